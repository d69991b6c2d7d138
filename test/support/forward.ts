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

/** Hands a request to a server on this machine and returns its answer unchanged. */
export async function forward(request: SiteRequest, origin: string): Promise<SiteResponse> {
  const headers = new Headers(request.headers);
  for (const name of [...HOP_BY_HOP, 'host', 'accept-encoding']) headers.delete(name);
  const response = await fetch(new URL(request.url.pathname + request.url.search, origin), {
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
