import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { changesSince } from './changes-since';
import { createDraft } from './create-draft';
import { deleteDraft } from './delete-draft';
import { findDraft } from './find-draft';
import { findSent } from './find-sent';
import type { GraphAccess } from './graph-request';
import { hasDraft } from './has-draft';
import { profile } from './profile';
import { readMessageId } from './read-message-id';
import { readText } from './read-text';
import { sendDraft } from './send-draft';

/** A rep's own mailbox over Microsoft Graph, one file per verb. */
export function createOutlookMailbox(access: GraphAccess): Mailbox {
  return {
    kind: 'outlook',
    profile: profile(access),
    createDraft: createDraft(access),
    findDraft: findDraft(access),
    hasDraft: hasDraft(access),
    sendDraft: sendDraft(access),
    deleteDraft: deleteDraft(access),
    readMessageId: readMessageId(access),
    readText: readText(access),
    findSent: findSent(access),
    changesSince: changesSince(access),
  };
}
