import { createHash, randomUUID } from 'node:crypto';
import { answer, type SiteRequest, type SiteResponse } from '../exchange.ts';

export interface EntraClient {
  readonly id: string;
  readonly redirectUris: readonly string[];
  /** The only directory that it serves; none for every account. */
  readonly tenant?: string;
}

interface Code {
  readonly user: string;
  readonly client: string;
  readonly redirect: string;
  readonly challenge: string;
  readonly scope: string;
}

interface Grant {
  readonly user: string;
  readonly client: string;
  readonly scope: string;
  /** When the person signed in: a day later the refresh tokens of a single-page app are over. */
  readonly since: number;
  readonly access: Set<string>;
  refresh: string;
}

const DAY_MS = 86_400_000;
const CONSENT_LOST = 65_001;

function refused(error: string, code: number): SiteResponse {
  const error_description = `AADSTS${code}: in other words than these.`;
  return answer(400, { error, error_description, error_codes: [code] });
}

function page(title: string, body: string): SiteResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`,
  };
}

export type Entra = ReturnType<typeof createEntra>;

/** Microsoft's sign-in for apps of the type "single-page application": PKCE, no secret, CORS only. */
export function createEntra(
  clients: readonly EntraClient[],
  users: readonly string[],
  clock: () => number,
) {
  const codes = new Map<string, Code>();
  const grants: Grant[] = [];
  const lost = new Set<string>();
  /** Who is signed in to Microsoft in this browser. */
  const sessions = new Set<string>();
  let shift = 0;
  const now = () => clock() + shift;

  function authorize(url: URL): SiteResponse {
    const query = url.searchParams;
    const client = clients.find(({ id }) => id === query.get('client_id'));
    const tenant = url.pathname.split('/')[1];
    if (client === undefined) return page('AADSTS700016', 'Unknown application.');
    if (client.tenant !== undefined && client.tenant !== tenant) {
      return page('AADSTS50194', 'This application serves one directory.');
    }
    const redirect = query.get('redirect_uri') ?? '';
    if (!client.redirectUris.includes(redirect)) return page('AADSTS50011', 'Wrong redirect.');
    const isComplete =
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
    if (!isComplete) return back(redirect, query, { error: 'invalid_request' });
    const hint = query.get('login_hint') ?? '';
    if (query.get('prompt') === 'none') {
      if (!sessions.has(hint)) return back(redirect, query, { error: 'login_required' });
      return back(redirect, query, { code: codeFor(hint, query) });
    }
    const buttons = users.map(
      (user) =>
        `<form method="post" action="${url.pathname.replace('authorize', 'approve')}${url.search.replaceAll('&', '&amp;')}"><button name="user" value="${user}">${user}</button></form>`,
    );
    return page('Sign in', buttons.join(''));
  }

  function codeFor(user: string, query: URLSearchParams): string {
    const code = randomUUID();
    codes.set(code, {
      user,
      client: query.get('client_id') ?? '',
      redirect: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge') ?? '',
      scope: query.get('scope') ?? '',
    });
    return code;
  }

  function approve(request: SiteRequest): SiteResponse {
    const query = request.url.searchParams;
    const form = new URLSearchParams(request.body);
    const user = form.get('user') ?? '';
    if (!users.includes(user)) return page('Sign in', 'Nobody of that name.');
    sessions.add(user);
    lost.delete(user);
    if (form.has('scope')) query.set('scope', form.get('scope') ?? '');
    return back(query.get('redirect_uri') ?? '', query, { code: codeFor(user, query) });
  }

  function token(request: SiteRequest): SiteResponse {
    const form = new URLSearchParams(request.body);
    if (request.headers.get('origin') === null) return refused('invalid_request', 9_002_327);
    const client = clients.find(({ id }) => id === form.get('client_id'));
    if (client === undefined) return refused('unauthorized_client', 700_016);
    if (form.has('client_secret')) return refused('invalid_client', 700_025);
    return form.get('grant_type') === 'refresh_token' ? renewed(form) : first(form);
  }

  function first(form: URLSearchParams): SiteResponse {
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      code?.client === form.get('client_id') &&
      code?.redirect === form.get('redirect_uri') &&
      code?.challenge === challenge;
    if (code === undefined || !fits) return refused('invalid_grant', 70_008);
    const grant: Grant = { ...code, since: now(), access: new Set(), refresh: '' };
    grants.push(grant);
    return handOut(grant);
  }

  function renewed(form: URLSearchParams): SiteResponse {
    const grant = grants.find(({ refresh }) => refresh === form.get('refresh_token'));
    if (grant === undefined) return refused('invalid_grant', 9_002_313);
    if (lost.has(grant.user)) return refused('invalid_grant', CONSENT_LOST);
    if (now() - grant.since > DAY_MS) return refused('invalid_grant', 700_084);
    return handOut(grant);
  }

  function handOut(grant: Grant): SiteResponse {
    const access_token = `eyJ-${randomUUID()}`;
    grant.access.add(access_token);
    grant.refresh = `0.A-${randomUUID()}`;
    // The answer names what opens something, with or without the address in front.
    const scope = grant.scope
      .split(' ')
      .filter((one) => one !== 'offline_access')
      .map((one) => `https://graph.microsoft.com/${one}`)
      .join(' ');
    const refresh_token = grant.refresh;
    return answer(200, {
      token_type: 'Bearer',
      access_token,
      refresh_token,
      scope,
      expires_in: 4_000,
    });
  }

  return {
    answer(request: SiteRequest): SiteResponse {
      const { pathname } = request.url;
      if (/^\/[^/]+\/oauth2\/v2\.0\/token$/.test(pathname)) return token(request);
      if (pathname.endsWith('/oauth2/v2.0/authorize')) return authorize(request.url);
      return pathname.endsWith('/oauth2/v2.0/approve') ? approve(request) : page('404', '');
    },
    /** Whose token it is, if it is alive. */
    ownerOf: (token: string) =>
      grants.find(({ access, user }) => access.has(token) && !lost.has(user))?.user,
    /** A token as after a sign-in, for tests that are not about signing in. */
    tokenFor(user: string): string {
      const token = `eyJ-${randomUUID()}`;
      const access = new Set([token]);
      grants.push({ user, client: '', scope: '', since: now(), access, refresh: '' });
      return token;
    },
    expireAccess: (user: string) => {
      for (const grant of grants) if (grant.user === user) grant.access.clear();
    },
    revoke: (user: string) => void lost.add(user),
    signOut: (user: string) => void sessions.delete(user),
    /** More than a day passes. */
    endDay: () => {
      shift += DAY_MS + 1;
      for (const grant of grants) grant.access.clear();
    },
  };
}

function back(redirect: string, query: URLSearchParams, params: Record<string, string>) {
  const url = new URL(redirect);
  const state = query.get('state') ?? '';
  url.search = new URLSearchParams({ ...params, state }).toString();
  return { status: 302, headers: { location: url.href }, body: '' };
}
