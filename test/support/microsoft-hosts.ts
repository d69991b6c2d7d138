import type { SiteResponse } from './exchange.ts';
import { MICROSOFT_HOSTS, type Microsoft } from './microsoft.ts';

/** `fetch` of an extension that finds Microsoft in this process, and reaches nothing else. */
export function fetchFromMicrosoft(microsoft: Microsoft): typeof fetch {
  return async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input);
    if (!MICROSOFT_HOSTS.some((host) => host === url.host)) {
      throw new TypeError(`unexpected host ${url.host}`);
    }
    const headers = new Headers(init.headers);
    headers.set('origin', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop');
    const given = microsoft.handle({
      host: url.host,
      method: init.method ?? 'GET',
      url,
      headers,
      body: init.body === undefined || init.body === null ? '' : String(init.body),
    });
    return asResponse(given);
  };
}

function asResponse({ status, headers, body }: SiteResponse): Response {
  const hasNone = status === 204 || status === 202;
  return new Response(hasNone ? null : Buffer.from(body), { status, headers: { ...headers } });
}

/** Signs in on the page as a person would and returns where the window was sent. */
export function approveAtMicrosoft(
  microsoft: Microsoft,
  authUrl: string,
  choice: { readonly user: string; readonly scope?: string },
): string {
  const ask = (method: 'GET' | 'POST', url: URL, body = '') =>
    microsoft.handle({ host: url.host, method, url, headers: new Headers(), body });
  const url = new URL(authUrl);
  const shown = ask('GET', url);
  if (shown.status === 302) return shown.headers['location'] ?? '';
  const page = String(shown.body);
  if (!page.includes(`value="${choice.user}"`)) throw new Error(`no button: ${page}`);
  const approve = new URL(url.pathname.replace('authorize', 'approve') + url.search, url);
  const given = ask('POST', approve, new URLSearchParams(choice).toString());
  return given.headers['location'] ?? '';
}
