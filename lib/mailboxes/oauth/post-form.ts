import { sendRequest } from '@/lib/mailboxes/send-request';

/** Posts a form, as every OAuth endpoint wants it. */
export function postForm(
  fetch: typeof globalThis.fetch,
  {
    url,
    fields,
    ...init
  }: {
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
    readonly mode?: 'cors' | 'no-cors';
  },
): ReturnType<typeof sendRequest> {
  return sendRequest(fetch, url, { method: 'POST', body: new URLSearchParams(fields), ...init });
}
