import { advance } from '@/lib/domain/enrollment/advance';
import { type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { UNDO_MS } from '@/lib/domain/enrollment/undo';
import type { EnrollmentId } from '@/lib/domain/ids';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { ExitOutcome } from '@/lib/engines/engine';
import { unreserveFor } from '@/lib/store/limits';
import { deleteOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { openTasksOf } from '@/lib/store/tasks';
import { putUndo } from '@/lib/store/undo';
import type { Instant } from '@/lib/time/instant';
import {
  type Change,
  type ChangeTx,
  changeEnrollment,
  loadRunning,
  noteChange,
} from './change-enrollment';
import type { EngineDeps } from './deps';
import { writeAdvance } from './write-advance';

/** Ends an enrollment in one transaction, see {@link exitWithin}. */
export function exitEnrollment(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
  reason: ExitReason,
): Promise<ExitOutcome> {
  return changeEnrollment(deps, id, (tx, change) => exitWithin(tx, change, reason));
}

/**
 * Ends an enrollment. An email that a worker has already taken keeps its row: the worker looks again
 * before it hands the draft over, and drops it then. What a person ended by hand can be taken back.
 */
export async function exitWithin(
  tx: ChangeTx,
  { id, now, chain }: Change,
  reason: ExitReason,
): Promise<ExitOutcome> {
  const running = await loadRunning(tx, id);
  if (running === undefined || !isLive(running.enrollment)) return { kind: 'notLive' };
  const { enrollment, sequence, row } = running;
  const untouched = enrollment.state.kind === 'scheduled' && row?.state === 'due';
  if (reason === 'undone' && !untouched) return { kind: 'tooLate' };
  if (row?.state === 'due') await forget(tx, row, now);
  // Handed over before a pause, it waits and nobody else would look at it again; and nobody is to be
  // asked any more whether they sent it by hand.
  const isWaiting = row?.wakeAt === undefined || row.waiting === 'confirm';
  if (row?.state === 'sending' && isWaiting) {
    await putOutboxRow(tx, { ...row, wakeAt: now });
  }
  const tasks = await openTasksOf(tx, id);
  await writeAdvance(
    tx,
    advance(enrollment, sequence, { kind: 'exit', reason }, now, EMPTY_CALENDAR),
    chain,
  );
  await noteChange(tx, running, {
    at: now,
    code: reason === 'undone' ? 'undone' : 'unenrolled',
    actor: actorOf(reason),
    params: { reason },
  });
  const ended = { kind: 'ended', sequenceName: sequence.name } as const;
  if (reason !== 'manual') return ended;
  const undoUntil = now + UNDO_MS;
  await putUndo(tx, {
    enrollmentId: id,
    action: 'unenroll',
    until: undoUntil,
    enrollment,
    ...(row && { row }),
    ...(tasks.length > 0 && { tasks }),
  });
  return { ...ended, undoUntil };
}

/** The mailbox may hold a draft of one that was taken before: a worker looks, and removes it. */
async function forget(tx: ChangeTx, row: OutboxRow, now: Instant): Promise<void> {
  if (row.attempts > 0) return putOutboxRow(tx, { ...row, wakeAt: now });
  await deleteOutboxRow(tx, row.key);
  await unreserveFor(tx, row);
}

function actorOf(reason: ExitReason): 'person' | 'engine' | 'workflow' {
  if (reason === 'workflow') return 'workflow';
  const byPerson = reason === 'manual' || reason === 'undone' || reason === 'sequenceDeleted';
  return byPerson ? 'person' : 'engine';
}
