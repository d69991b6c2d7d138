import { SECOND } from '@/lib/time/instant';
import type { MailboxFailure } from './mailbox';

/** A request that has not answered by then is given up: the worker must not wait for ever. */
export const TIME_LIMIT = 20 * SECOND;

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, `undefined` when there is none. */
  readonly body: unknown;
}

/**
 * One exchange over the network: an answer of any status, or why there is none.
 *
 * @throws the signal's reason when the caller aborted
 */
export async function sendRequest(
  fetch: typeof globalThis.fetch,
  url: URL | string,
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<Answer | MailboxFailure> {
  const limit = AbortSignal.timeout(TIME_LIMIT);
  const signal = AbortSignal.any([init.signal, limit]);
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...init,
      signal,
    });
    const text = await response.text();
    return {
      kind: 'answer',
      status: response.status,
      headers: response.headers,
      body: parseJson(text),
    };
  } catch {
    init.signal.throwIfAborted();
    // fetch tells nothing about why; a broken connection and no connection look the same.
    return { kind: limit.aborted ? 'unavailable' : 'offline' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
