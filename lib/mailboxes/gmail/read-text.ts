import type * as v from 'valibot';
import { markupText } from '@/lib/domain/message/markup-text';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { fullMessageSchema, type MessagePart } from './gmail-schema';

/** A notification of a form is a page at most; nobody reads further. */
const MOST = 20_000;

/** What is text as it stands; the second are the fields of a report on delivery (RFC 3464). */
const WRITTEN: readonly string[] = ['text/plain', 'message/delivery-status'];

/** The text of a message: what is written in plain, else what its markup says. Attachments are not read. */
export function readText(access: GmailAccess): Mailbox['readText'] {
  return async (id, signal) => {
    const result = await gmailRequest(
      access,
      {
        path: `messages/${encodeURIComponent(id)}`,
        query: { format: 'full' },
        answer: fullMessageSchema,
      },
      signal,
    );
    if (result.kind === 'notFound') return { kind: 'ok', value: undefined };
    return result.kind === 'ok' ? { kind: 'ok', value: textOf(result.value) } : result;
  };
}

function textOf({ payload }: v.InferOutput<typeof fullMessageSchema>): string {
  const parts = leaves(payload).filter(({ filename }) => filename === '');
  const written = parts.filter(({ mimeType }) => WRITTEN.includes(mimeType)).map(decoded);
  const plain = written.join('\n').trim();
  if (plain !== '') return plain.slice(0, MOST);
  const marked = parts.filter(({ mimeType }) => mimeType === 'text/html').map(decoded);
  return markupText(marked.join('\n').slice(0, MOST * 10)).slice(0, MOST);
}

function leaves(part: MessagePart): readonly MessagePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leaves);
}

function decoded({ headers, body }: MessagePart): string {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    const bytes = Uint8Array.fromBase64(body.data, { alphabet: 'base64url' });
    return decoderOf(charset).decode(bytes);
  } catch {
    // Not base64: whatever wrote it, there is no text in it.
    return '';
  }
}

/** Anybody may write any name for how their letters are coded. */
function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
