import { advance } from '@/lib/domain/enrollment/advance';
import { type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { ExitOutcome } from '@/lib/engines/engine';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { unreserve } from '@/lib/store/limits';
import { deleteOutboxRow, openRowOf } from '@/lib/store/outbox';
import { getSequence } from '@/lib/store/sequences';
import type { EngineDeps } from './deps';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [...ADVANCE_STORES, 'sequenceVersions', 'journal'] as const;

/**
 * Ends an enrollment in one transaction. An email that a worker has already taken keeps its row: the
 * worker looks again before it hands the draft over, and drops it then.
 */
export async function exitEnrollment(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
  reason: ExitReason,
): Promise<ExitOutcome> {
  const database = await deps.connection.get();
  const now = deps.clock.now();
  const tx = database.transaction([...STORES], 'readwrite');
  const enrollment = await getEnrollment(tx, id);
  const sequence =
    enrollment && (await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion));
  if (!enrollment || !sequence || !isLive(enrollment)) return { kind: 'notLive' };
  const row = await openRowOf(tx, id);
  const untouched = enrollment.state.kind === 'scheduled' && row?.state === 'due';
  if (reason === 'undone' && !untouched) return { kind: 'tooLate' };
  if (row?.state === 'due') {
    await deleteOutboxRow(tx, row.key);
    await unreserve(tx, row.senderId, row.dueAt);
  }
  await writeAdvance(tx, advance(enrollment, sequence, { kind: 'exit', reason }, now));
  await appendJournal(tx, {
    at: now,
    code: reason === 'undone' ? 'undone' : 'unenrolled',
    actor: reason === 'manual' || reason === 'undone' ? 'person' : 'engine',
    contactId: enrollment.contactId,
    enrollmentId: id,
    senderId: enrollment.senderId,
    params: { reason, sequence: sequence.name },
  });
  await tx.done;
  deps.changed();
  return { kind: 'ended', sequenceName: sequence.name };
}
