import { withLeft } from '@/lib/domain/contact/enrolled-properties';
import type { Advance } from '@/lib/domain/enrollment/advance';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { WorkflowId } from '@/lib/domain/ids';
import { releaseClaim } from '@/lib/store/claims';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { KEEP_STORES } from '@/lib/store/keep-contact';
import { reserveFor } from '@/lib/store/limits';
import { markContact } from '@/lib/store/mark-contact';
import { addOutboxRow } from '@/lib/store/outbox';
import { countLive } from '@/lib/store/sequences';
import { openTasksOf, putTask } from '@/lib/store/tasks';
import type { WriteTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';

export const ADVANCE_STORES = [
  ...KEEP_STORES,
  'enrollments',
  'outbox',
  'limits',
  'claims',
  'sequences',
  'tasks',
  'journal',
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
    await reserveFor(tx, row);
  }
  if (ended) {
    await releaseClaim(tx, enrollment);
    await countLive(tx, enrollment.sequenceId, -1);
    await tellWorkflows(tx, enrollment, chain);
    await cancelTasks(tx, enrollment);
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

/** Nobody has to call somebody who left; what finished leaves its last tasks to be done. */
async function cancelTasks(
  tx: AdvanceTx,
  { id, contactId, senderId, state, updatedAt }: Enrollment,
): Promise<void> {
  if (state.kind !== 'unenrolled' && state.kind !== 'failed') return;
  const reason = state.kind === 'unenrolled' ? state.reason : state.kind;
  for (const task of await openTasksOf(tx, id)) {
    await putTask(tx, { ...task, doneAt: updatedAt, canceled: reason });
    await appendJournal(tx, {
      at: updatedAt,
      code: 'taskCanceled',
      actor: 'engine',
      contactId,
      enrollmentId: id,
      senderId,
      params: { title: task.title, reason },
    });
  }
}
