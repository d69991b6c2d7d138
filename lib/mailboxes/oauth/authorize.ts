import type { Identity } from '@/lib/platform/identity';
import { exchangeCode } from './exchange-code';
import type { OAuthClient, OAuthService } from './oauth-service';
import { createPkce, randomText } from './pkce';
import { codesIn } from './token-answer';

/** Why connecting did not work; a sentence for each in i18n under `connectFailure`. */
export type AuthorizeFailureCode =
  | 'cancelled'
  | 'denied'
  | 'badClient'
  | 'missingScope'
  | 'offline'
  | 'unavailable';

export type Authorized =
  | {
      readonly kind: 'authorized';
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      readonly refreshToken: string;
    }
  | { readonly kind: 'failed'; readonly code: AuthorizeFailureCode };

export interface AuthorizeDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly identity: Identity;
  readonly crypto: Crypto;
}

export interface AuthorizeOptions {
  readonly service: OAuthService;
  readonly client: OAuthClient;
  /** The address to sign in with, when reconnecting. */
  readonly loginHint?: string;
  /** Without a window: works only as long as the browser is signed in there. */
  readonly silent?: boolean;
}

/**
 * Lets the rep sign in to the service in a window of its own and asks for exactly its scopes.
 * What the rep leaves out of the optional ones is done without.
 */
export async function authorize(
  { fetch, identity, crypto }: AuthorizeDeps,
  options: AuthorizeOptions,
  signal: AbortSignal,
): Promise<Authorized> {
  const { service, client, silent = false } = options;
  const { verifier, challenge } = await createPkce(crypto);
  const state = randomText(crypto);
  const redirectUri = identity.redirectUri();
  const url = signInUrl(options, { state, challenge, redirectUri });

  const signedIn = await identity.signIn(url, signal, { silent });
  if (signedIn.kind !== 'redirected') return failed(signedIn.kind);
  const code = readRedirect(signedIn.url, state, service);
  if (code.kind === 'failed') return code;

  const exchanged = await exchangeCode(
    fetch,
    { tokenUrl: service.tokenUrl, client, code: code.code, verifier, redirectUri },
    signal,
  );
  if (exchanged.kind === 'refused') return failed(service.connectFailure(exchanged));
  if (exchanged.kind !== 'granted') return failed(exchanged.kind);
  const { access_token: accessToken, refresh_token: refreshToken, scope } = exchanged.grant;
  // People can untick single permissions. RFC 6749: no scope in the answer means all that was asked.
  if (scope !== undefined && !isEverything(scope, service)) return failed('missingScope');
  if (refreshToken === undefined || refreshToken === '') return failed('unavailable');
  return {
    kind: 'authorized',
    accessToken,
    expiresInSeconds: exchanged.grant.expires_in,
    refreshToken,
  };
}

function signInUrl(
  { service, client, loginHint, silent = false }: AuthorizeOptions,
  once: { readonly state: string; readonly challenge: string; readonly redirectUri: string },
): string {
  const how = silent ? 'silent' : loginHint === undefined ? 'first' : 'again';
  const url = new URL(service.authorizeUrl);
  url.search = new URLSearchParams({
    client_id: client.id,
    redirect_uri: once.redirectUri,
    response_type: 'code',
    scope: [...service.scopes, ...service.optionalScopes].join(' '),
    state: once.state,
    code_challenge: once.challenge,
    code_challenge_method: 'S256',
    ...service.signInParams(how),
    ...(loginHint !== undefined && { login_hint: loginHint }),
  }).toString();
  return url.href;
}

/** Some services name a scope with their address in front, in whatever case they like. */
function isEverything(granted: string, { scopes, unspokenScopes }: OAuthService): boolean {
  const known = granted.split(' ').map(lastPart);
  const needed = scopes.filter((scope) => !unspokenScopes.includes(scope));
  return needed.map(lastPart).every((scope) => known.includes(scope));
}

function lastPart(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}

type Failed = Extract<Authorized, { readonly kind: 'failed' }>;

function failed(code: AuthorizeFailureCode): Failed {
  return { kind: 'failed', code };
}

/** What the sign-in window brought back. Trusted only if it carries our state. */
function readRedirect(
  href: string,
  state: string,
  service: OAuthService,
): { readonly kind: 'code'; readonly code: string } | Failed {
  const params = URL.parse(href)?.searchParams;
  if (params === undefined || params.get('state') !== state) return failed('unavailable');
  const error = params.get('error');
  if (error !== null) {
    const codes = codesIn(params.get('error_description') ?? '');
    return failed(service.connectFailure({ error, codes }));
  }
  const code = params.get('code');
  return code === null || code === '' ? failed('unavailable') : { kind: 'code', code };
}
