import { type GmailAccess, type GmailResult, gmailRequest } from './gmail-request';
import { type GmailMessage, messageSchema } from './gmail-schema';

/** Reads a message's labels and the named headers, never its body. */
export function readMessage(
  access: GmailAccess,
  { id, headers }: { readonly id: string; readonly headers: readonly string[] },
  signal: AbortSignal,
): Promise<GmailResult<GmailMessage>> {
  return gmailRequest(
    access,
    {
      path: `messages/${encodeURIComponent(id)}`,
      query: { format: 'metadata', metadataHeaders: headers },
      answer: messageSchema,
    },
    signal,
  );
}

/** Headers by lower-cased name; of a repeated one the first, which is the topmost. */
export function headersOf(message: GmailMessage): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const { name, value } of message.payload.headers) {
    const key = name.toLowerCase();
    if (!headers.has(key)) headers.set(key, value);
  }
  return headers;
}
