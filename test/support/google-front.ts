import type { IncomingMessage, ServerResponse } from 'node:http';
import { readRequest, type SiteRequest, type SiteResponse, writeOutcome } from './exchange.ts';
import { forward } from './forward.ts';
import { createGoogleGrants } from './google-grants.ts';
import { rawHeaders } from './raw-headers.ts';

const API = '/gmail/v1/users/me/';
const CALENDAR = 'https://www.googleapis.com/auth/calendar.events.readonly';
const CORS = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };

const json = (status: number, value: unknown): SiteResponse => ({
  status,
  headers: CORS,
  body: JSON.stringify(value),
});

function googleError(code: number, status: string, reason: string): SiteResponse {
  return json(code, { error: { code, message: reason, status, errors: [{ reason }] } });
}

const textOf = (response: SiteResponse) => Buffer.from(response.body).toString('utf8');

/**
 * What stands between a client and the emulator (`emulate` 0.12.2), and makes up for what Google
 * does and the emulator does not. Everything else goes through unchanged.
 *
 * - `profile`: the emulator has none.
 * - Unknown and revoked tokens: the emulator takes them for its first user's. Google: 401.
 * - `messages.get?format=metadata`: the emulator knows ten headers; the rest is read from its raw
 *   message. Header names are matched without regard to case.
 * - Calendar: the emulator asks for no scope. Google: 403.
 * - `sendAs`: the emulator knows the own address only, without a signature.
 * - `history`: the emulator never forgets. Google answers 404 after about a week.
 *
 * Left as the emulator has it: a sent draft keeps its message id (Google: a new one, and a
 * `messageAdded` in history), its Message-ID is made up by the emulator only where we gave none
 * (Google: always), mail to another user of the emulator is not delivered.
 */
export function createGoogleFront(emulator: string, rig: ReadonlyMap<string, string>) {
  const origin = emulator.replace('//localhost', '//127.0.0.1');
  const grants = createGoogleGrants(rig);
  const forgotten = new Map<string, bigint>();
  const sendAs = new Map<string, readonly object[]>();

  const get = async (path: string, token: string) => {
    const response = await fetch(new URL(path, origin), {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: await response.json() };
  };

  async function token(request: SiteRequest): Promise<SiteResponse> {
    const asked = new URLSearchParams(request.body).get('refresh_token') ?? '';
    if (grants.isRevoked(asked)) return json(400, { error: 'invalid_grant' });
    const response = await forward(request, origin);
    if (response.status === 200) {
      const tokens = JSON.parse(textOf(response));
      const { access_token: access, refresh_token: refresh = asked, scope = '' } = tokens;
      const { body } = await get('/oauth2/v2/userinfo', access);
      grants.add(body.email, { access, refresh, scope });
    }
    return response;
  }

  async function revoke(request: SiteRequest): Promise<SiteResponse> {
    grants.revoke(new URLSearchParams(request.body).get('token') ?? '');
    return forward(request, origin);
  }

  async function profile(bearer: string): Promise<SiteResponse> {
    const [history, messages] = await Promise.all([
      get(`${API}history?startHistoryId=0&maxResults=1`, bearer),
      get(`${API}messages?maxResults=1`, bearer),
    ]);
    return json(200, {
      emailAddress: grants.ownerOf(bearer),
      messagesTotal: messages.body.resultSizeEstimate,
      historyId: history.body.historyId,
    });
  }

  async function metadata(request: SiteRequest, bearer: string): Promise<SiteResponse> {
    const [known, raw] = await Promise.all([
      get(`${request.url.pathname}?format=metadata`, bearer),
      get(`${request.url.pathname}?format=raw`, bearer),
    ]);
    if (known.status !== 200 || raw.status !== 200) return json(known.status, known.body);
    const written = rawHeaders(Buffer.from(raw.body.raw ?? '', 'base64url').toString('utf8'));
    const has = (name: string) =>
      written.some((one) => one.name.toLowerCase() === name.toLowerCase());
    const added = known.body.payload.headers.filter(({ name }: { name: string }) => !has(name));
    const wanted = request.url.searchParams.getAll('metadataHeaders').map((n) => n.toLowerCase());
    const headers = [...added, ...written].filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
    );
    return json(200, { ...known.body, payload: { ...known.body.payload, headers } });
  }

  async function gmail(request: SiteRequest): Promise<SiteResponse> {
    const bearer = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '');
    if (!grants.isAlive(bearer)) return googleError(401, 'UNAUTHENTICATED', 'authError');
    const { pathname, searchParams } = request.url;
    if (pathname === `${API}profile`) return profile(bearer);
    const named = sendAs.get(grants.ownerOf(bearer) ?? '');
    if (pathname === `${API}settings/sendAs` && named) return json(200, { sendAs: named });
    if (/\/messages\/[^/]+$/.test(pathname) && searchParams.get('format') === 'metadata') {
      return metadata(request, bearer);
    }
    const start = searchParams.get('startHistoryId');
    const horizon = forgotten.get(grants.ownerOf(bearer) ?? '');
    if (start !== null && horizon !== undefined && BigInt(start) < horizon) {
      return googleError(404, 'NOT_FOUND', 'notFound');
    }
    return forward(request, origin);
  }

  async function calendar(request: SiteRequest): Promise<SiteResponse> {
    const bearer = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '');
    if (!grants.isAlive(bearer)) return googleError(401, 'UNAUTHENTICATED', 'authError');
    return grants.mayRead(bearer, CALENDAR)
      ? forward(request, origin)
      : googleError(403, 'PERMISSION_DENIED', 'insufficientPermissions');
  }

  function answer(request: SiteRequest): Promise<SiteResponse> {
    const { pathname } = request.url;
    if (request.method === 'OPTIONS') return forward(request, origin);
    if (/^(?:\/oauth2)?\/token$/.test(pathname)) return token(at(request, '/oauth2/token'));
    if (/^(?:\/oauth2)?\/revoke$/.test(pathname)) return revoke(at(request, '/oauth2/revoke'));
    if (pathname.startsWith('/calendar/') && request.method !== 'OPTIONS') return calendar(request);
    return pathname.startsWith('/gmail/') ? gmail(request) : forward(request, origin);
  }

  return {
    async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
      try {
        writeOutcome(outgoing, await answer(await readRequest(incoming)));
      } catch {
        // The client went away, or the emulator is closing.
        outgoing.socket?.destroy();
      }
    },
    revokeAccess: (user: string) => grants.revokeUser(user),
    expireAccess: (user: string) => grants.expireUser(user),
    setSendAs: (user: string, entries: readonly object[]) => void sendAs.set(user, entries),
    forgetHistory: (user: string, upTo: bigint) => void forgotten.set(user, upTo),
  };
}

function at(request: SiteRequest, path: string): SiteRequest {
  return { ...request, url: new URL(path + request.url.search, request.url) };
}
