import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { nothingSchema } from './graph-schema';
import { readDraft } from './read-draft';

/**
 * Removes a draft. One that does not exist is as good as removed; one that was sent is a message of
 * the rep's now and stays.
 */
export function deleteDraft(access: GraphAccess): Mailbox['deleteDraft'] {
  return async (draftId, signal) => {
    const draft = await readDraft(access, draftId, signal);
    if (draft.kind !== 'ok') return draft;
    if (draft.value === undefined) return { kind: 'ok', value: undefined };
    const result = await graphRequest(
      access,
      {
        method: 'DELETE',
        path: `/messages/${encodeURIComponent(draftId)}`,
        answer: nothingSchema,
      },
      signal,
    );
    if (result.kind === 'ok' || result.kind === 'notFound') return { kind: 'ok', value: undefined };
    return expectedOf(result);
  };
}
