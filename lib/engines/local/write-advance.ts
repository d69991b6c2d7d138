import { withLeft } from '@/lib/domain/contact/enrolled-properties';
import type { Advance } from '@/lib/domain/enrollment/advance';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { WorkflowId } from '@/lib/domain/ids';
import { releaseClaim } from '@/lib/store/claims';
import { putEnrollment } from '@/lib/store/enrollments';
import { KEEP_STORES } from '@/lib/store/keep-contact';
import { reserve } from '@/lib/store/limits';
import { markContact } from '@/lib/store/mark-contact';
import { addOutboxRow } from '@/lib/store/outbox';
import { countLive } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';

export const ADVANCE_STORES = [
  ...KEEP_STORES,
  'enrollments',
  'outbox',
  'limits',
  'claims',
  'sequences',
] as const;

type AdvanceTx = WriteTx<(typeof ADVANCE_STORES)[number]>;

/**
 * Writes what `advance` decided: the enrollment, its next effect, and the contact's freedom, with
 * everything that workflows may wait for.
 *
 * @param chain workflows whose actions led to it, nearest first
 */
export async function writeAdvance(
  tx: AdvanceTx,
  { enrollment, row, ended }: Advance,
  chain: readonly WorkflowId[] = [],
): Promise<void> {
  await putEnrollment(tx, enrollment);
  if (row !== undefined) {
    await addOutboxRow(tx, row);
    await reserve(tx, row.senderId, row.dueAt);
  }
  if (ended) {
    await releaseClaim(tx, enrollment);
    await countLive(tx, enrollment.sequenceId, -1);
    await tellWorkflows(tx, enrollment, chain);
  }
}

/** An email that could not leave takes the contact out of the sequence like any other exit. */
async function tellWorkflows(
  tx: AdvanceTx,
  { id, contactId, sequenceId, state, updatedAt }: Enrollment,
  chain: readonly WorkflowId[],
): Promise<void> {
  const type = state.kind === 'finished' ? 'sequenceFinished' : 'sequenceUnenrolled';
  await markContact(tx, contactId, (contact) => withLeft(contact, updatedAt), {
    now: updatedAt,
    chain,
  });
  await addWorkflowEvent(tx, {
    contactId,
    at: updatedAt,
    event: { type, sequenceId, enrollmentId: id },
    chain,
  });
}
