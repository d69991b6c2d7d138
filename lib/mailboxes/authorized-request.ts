import type { MailboxFailure } from './mailbox';
import { type Answer, sendRequest } from './send-request';
import type { TokenSource } from './token-source';

/** What an exchange needs besides where it goes. */
export interface AuthorizedRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/**
 * One exchange with a token, and with another one after a 401. Never repeats a request that may have
 * had an effect: a 401 has had none.
 */
export async function authorizedRequest(
  { fetch, tokens }: { readonly fetch: typeof globalThis.fetch; readonly tokens: TokenSource },
  request: AuthorizedRequest,
  signal: AbortSignal,
): Promise<Answer | MailboxFailure> {
  const send = (token: string) => {
    const hasBody = request.body !== undefined;
    return sendRequest(fetch, request.url, {
      method: request.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(hasBody && { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(hasBody && { body: JSON.stringify(request.body) }),
      signal,
    });
  };
  const token = await tokens.current(signal);
  if (token.kind !== 'ok') return token;
  const first = await send(token.value);
  if (first.kind !== 'answer' || first.status !== 401) return first;
  const renewed = await tokens.renew(token.value, signal);
  return renewed.kind === 'ok' ? send(renewed.value) : renewed;
}
