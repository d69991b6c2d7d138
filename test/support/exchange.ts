import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as it reached the local stand-in of a host. */
export interface SiteRequest {
  readonly host: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

export interface SiteResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An answer of Google's with a JSON body, readable by the extension as Google's are (CORS). */
export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SiteResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      'access-control-allow-origin': '*',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** Said instead of a response: the connection breaks and the client never learns the outcome. */
export const DROPPED = Symbol('dropped');

export type Outcome = SiteResponse | typeof DROPPED;

export async function readRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, [value].flat().join(', '));
  }
  return {
    host,
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `https://${host}`),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function writeOutcome(outgoing: ServerResponse, outcome: Outcome): void {
  if (outcome === DROPPED) {
    outgoing.socket?.destroy();
    return;
  }
  outgoing.writeHead(outcome.status, outcome.headers);
  outgoing.end(outcome.body);
}
