import { sendRequest } from '@/lib/mailboxes/send-request';

/** Posts a form, as every OAuth endpoint wants it. */
export function postForm(
  fetch: typeof globalThis.fetch,
  {
    url,
    fields,
    signal,
  }: {
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  },
): ReturnType<typeof sendRequest> {
  return sendRequest(fetch, url, { method: 'POST', body: new URLSearchParams(fields), signal });
}
