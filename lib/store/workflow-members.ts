import * as v from 'valibot';
import { type ContactId, contactIdSchema } from '@/lib/domain/ids';
import type { Membership } from '@/lib/domain/workflow/membership';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';
import type { WorkflowMember } from './workflow-schema';

export const memberSchema = v.object({
  contactId: contactIdSchema,
  of: v.record(
    v.string(),
    v.object({ matches: v.boolean(), rematches: v.array(v.number()), times: v.number() }),
  ),
});

/** What workflows remember of a contact, by workflow; empty for somebody they know nothing of. */
export async function membershipsOf(
  tx: ReadTx<'workflowMembers'>,
  id: ContactId,
): Promise<WorkflowMember['of']> {
  const row = await tx.objectStore('workflowMembers').get(id);
  return row === undefined ? {} : parseRow(memberSchema, row).of;
}

/** Keeps what is worth remembering, and no record of who matches nothing and has been in nothing. */
export async function putMemberships(
  tx: WriteTx<'workflowMembers'>,
  contactId: ContactId,
  memberships: WorkflowMember['of'],
): Promise<void> {
  const store = tx.objectStore('workflowMembers');
  const of = Object.fromEntries(Object.entries(memberships).filter(([, one]) => isOfUse(one)));
  if (Object.keys(of).length === 0) await store.delete(contactId);
  else await store.put({ contactId, of });
}

function isOfUse({ matches, rematches, times }: Membership): boolean {
  return matches || rematches.length > 0 || times > 0;
}
