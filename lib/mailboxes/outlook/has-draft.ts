import type { Mailbox } from '@/lib/mailboxes/mailbox';
import type { GraphAccess } from './graph-request';
import { readDraft } from './read-draft';

/** Asks for a draft by its id. */
export function hasDraft(access: GraphAccess): Mailbox['hasDraft'] {
  return async (draftId, signal) => {
    const draft = await readDraft(access, draftId, signal);
    return draft.kind === 'ok' ? { kind: 'ok', value: draft.value !== undefined } : draft;
  };
}
