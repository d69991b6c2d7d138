import type { Identity } from '@/lib/platform/identity';
import { AUTHORIZE_URL, type OAuthClient, OPTIONAL_SCOPES, SCOPES } from './endpoints';
import { exchangeCode } from './exchange-code';
import { createPkce, randomText } from './pkce';

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

/**
 * Lets the rep sign in to Google in a window of its own and asks for {@link SCOPES}, which it takes,
 * and {@link OPTIONAL_SCOPES}, without which the rep may leave it.
 * Always shows the consent page: without it Google hands out no refresh token a second time.
 *
 * @param options.loginHint the address to sign in with, when reconnecting
 */
export async function authorize(
  { fetch, identity, crypto }: AuthorizeDeps,
  options: { readonly client: OAuthClient; readonly loginHint?: string },
  signal: AbortSignal,
): Promise<Authorized> {
  const { verifier, challenge } = await createPkce(crypto);
  const state = randomText(crypto);
  const redirectUri = identity.redirectUri();
  const url = new URL(AUTHORIZE_URL);
  url.search = new URLSearchParams({
    client_id: options.client.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: [...SCOPES, ...OPTIONAL_SCOPES].join(' '),
    access_type: 'offline',
    prompt: 'consent',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(options.loginHint !== undefined && { login_hint: options.loginHint }),
  }).toString();

  const signedIn = await identity.signIn(url.href, signal);
  if (signedIn.kind !== 'redirected') return failed(signedIn.kind);
  const code = readRedirect(signedIn.url, state);
  if (code.kind === 'failed') return code;

  const exchanged = await exchangeCode(
    fetch,
    { client: options.client, code: code.code, verifier, redirectUri },
    signal,
  );
  if (exchanged.kind === 'refused') return failed(refusalCode(exchanged.error));
  if (exchanged.kind !== 'granted') return failed(exchanged.kind);
  const { access_token: accessToken, refresh_token: refreshToken, scope } = exchanged.grant;
  // People can untick single permissions. RFC 6749: no scope in the answer means all that was asked.
  const granted = new Set(scope?.split(' ') ?? SCOPES);
  if (!SCOPES.every((needed) => granted.has(needed))) return failed('missingScope');
  if (refreshToken === undefined || refreshToken === '') return failed('unavailable');
  return {
    kind: 'authorized',
    accessToken,
    expiresInSeconds: exchanged.grant.expires_in,
    refreshToken,
  };
}

type Failed = Extract<Authorized, { readonly kind: 'failed' }>;

function failed(code: AuthorizeFailureCode): Failed {
  return { kind: 'failed', code };
}

/** What the sign-in window brought back. Trusted only if it carries our state. */
function readRedirect(
  href: string,
  state: string,
): { readonly kind: 'code'; readonly code: string } | Failed {
  const params = URL.parse(href)?.searchParams;
  if (params === undefined || params.get('state') !== state) return failed('unavailable');
  const error = params.get('error');
  if (error !== null) return failed(refusalCode(error));
  const code = params.get('code');
  return code === null || code === '' ? failed('unavailable') : { kind: 'code', code };
}

/** RFC 6749 error codes; Google's own `admin_policy_enforced` is the company saying no. */
function refusalCode(error: string): AuthorizeFailureCode {
  switch (error) {
    case 'access_denied':
    case 'admin_policy_enforced':
    case 'org_internal':
      return 'denied';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'invalid_request':
    case 'redirect_uri_mismatch':
    case 'deleted_client':
    case 'disabled_client':
      return 'badClient';
    case 'invalid_scope':
      return 'missingScope';
    default:
      return 'unavailable';
  }
}
