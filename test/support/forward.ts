import type { SiteRequest, SiteResponse } from './exchange.ts';

// What belongs to one connection only, and what fetch has already undone (encoding, length).
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
];
const BODYLESS = ['GET', 'HEAD'];

/** Paths of Google's hosts that the emulator serves under another name. */
function localPath({ host, url }: SiteRequest): string {
  if (host !== 'oauth2.googleapis.com') return url.pathname;
  if (url.pathname === '/token') return '/oauth2/token';
  return url.pathname === '/revoke' ? '/oauth2/revoke' : url.pathname;
}

/** Hands a request for a Google host to the emulator and returns its answer unchanged. */
export async function forward(request: SiteRequest, origin: string): Promise<SiteResponse> {
  const headers = new Headers(request.headers);
  for (const name of [...HOP_BY_HOP, 'host', 'accept-encoding']) headers.delete(name);
  const response = await fetch(new URL(localPath(request) + request.url.search, origin), {
    method: request.method,
    headers,
    redirect: 'manual',
    ...(!BODYLESS.includes(request.method) && { body: request.body }),
  });
  const answered = [...response.headers].filter(([name]) => !HOP_BY_HOP.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(answered),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
