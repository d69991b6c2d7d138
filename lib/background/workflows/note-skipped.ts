import type { CheckCode } from '@/lib/domain/enrollment/check';
import type { ContactId } from '@/lib/domain/ids';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import { appendJournal } from '@/lib/store/journal';
import type { WriteTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';
import type { WorkflowHeads } from './workflow-heads';

/** What a workflow did not do for a contact, and why: counted, and where the rep looks. */
export async function noteSkipped(
  {
    tx,
    heads,
    now,
  }: {
    readonly tx: WriteTx<'journal'>;
    readonly heads: WorkflowHeads;
    readonly now: Instant;
  },
  { id, name }: Workflow,
  skipped: {
    readonly contactId: ContactId;
    readonly codes: readonly CheckCode[];
    readonly reason?: string | undefined;
  },
): Promise<void> {
  const { contactId, codes, reason } = skipped;
  heads.change(id, (head) => ({ ...head, skipped: head.skipped + 1 }));
  await appendJournal(tx, {
    at: now,
    code: 'workflowActionSkipped',
    actor: 'workflow',
    contactId,
    workflowId: id,
    params: { workflow: name, codes: codes.join(' '), ...(reason !== undefined && { reason }) },
  });
}
