import { markupText } from '@/lib/domain/message/markup-text';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { bodySchema } from './graph-schema';

/** A notification of a form is a page at most; nobody reads further. */
const MOST = 20_000;

/** The text of a message. Exchange makes it from markup when asked to; if it does not, we do. */
export function readText(access: GraphAccess): Mailbox['readText'] {
  return async (id, signal) => {
    const result = await graphRequest(
      access,
      {
        path: `/messages/${encodeURIComponent(id)}`,
        query: { $select: 'id,body' },
        prefer: 'outlook.body-content-type="text"',
        answer: bodySchema,
      },
      signal,
    );
    if (result.kind === 'notFound') return { kind: 'ok', value: undefined };
    const known = expectedOf(result);
    if (known.kind !== 'ok') return known;
    const { contentType, content } = known.value.body;
    const isMarkup = contentType.toLowerCase() === 'html';
    const text = isMarkup ? markupText(content.slice(0, MOST * 10)) : content.trim();
    return { kind: 'ok', value: text.slice(0, MOST) };
  };
}
