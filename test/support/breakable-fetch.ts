/**
 * What may happen to a request on its way.
 *
 * - `lost`: it takes effect, and its answer never arrives.
 * - `offline`: it never leaves.
 * - `busy`: the provider answers 503 and does nothing.
 * - `throttled`: the provider answers 429, do come back in 90 seconds, and does nothing.
 * - `tokenRefused`: the provider takes the access token for an old one and does nothing.
 */
export type Break = 'lost' | 'offline' | 'busy' | 'throttled' | 'tokenRefused';

const JSON_TYPE = { 'content-type': 'application/json' };

/** `fetch` on a line that breaks when it is told to. */
export function breakableFetch(fetch: typeof globalThis.fetch) {
  const breaks: { readonly match: (request: Request) => boolean; readonly how: Break }[] = [];
  const seen: string[] = [];
  let heard = (_url: string, _init: RequestInit | undefined): void => {};

  const breakable: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const request = new Request(url, { method: init?.method ?? 'GET' });
    seen.push(`${request.method} ${url.pathname}`);
    heard(url.href, init);
    const at = breaks.findIndex(({ match }) => match(request));
    const how = at === -1 ? undefined : breaks.splice(at, 1)[0]?.how;
    switch (how) {
      case undefined:
        return fetch(input, init);
      case 'lost':
        await fetch(input, init);
        throw new TypeError('connection reset');
      case 'offline':
        throw new TypeError('Failed to fetch');
      case 'busy':
        return new Response('{}', { status: 503, headers: JSON_TYPE });
      case 'throttled':
        return new Response('{}', { status: 429, headers: { ...JSON_TYPE, 'retry-after': '90' } });
      case 'tokenRefused':
        return new Response('{}', { status: 401, headers: JSON_TYPE });
    }
  };
  return {
    fetch: breakable,
    /** Is told of every request from now on. */
    onRequest: (listener: typeof heard) => {
      heard = listener;
    },
    /** Every request so far. */
    seen,
    /** Breaks the next request that matches, once. */
    breakNext: (how: Break, match: (request: Request) => boolean) =>
      void breaks.push({ match, how }),
  };
}
