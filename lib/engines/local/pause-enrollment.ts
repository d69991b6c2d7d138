import { advance } from '@/lib/domain/enrollment/advance';
import { isLive } from '@/lib/domain/enrollment/enrollment';
import { UNDO_MS } from '@/lib/domain/enrollment/undo';
import type { EnrollmentId } from '@/lib/domain/ids';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { PauseOutcome } from '@/lib/engines/engine';
import { putOutboxRow } from '@/lib/store/outbox';
import { getUndo, putUndo } from '@/lib/store/undo';
import {
  type Change,
  type ChangeTx,
  changeEnrollment,
  loadRunning,
  noteChange,
} from './change-enrollment';
import type { EngineDeps } from './deps';
import { writeAdvance } from './write-advance';

/** Pauses an enrollment in one transaction, see {@link pauseWithin}. */
export function pauseEnrollment(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
): Promise<PauseOutcome> {
  return changeEnrollment(deps, id, pauseWithin);
}

/**
 * Lets an enrollment rest: its row is woken by nothing and keeps its place in the sender's limit.
 * An email that is on its way right now is waited for, or nobody could say what was paused.
 */
export async function pauseWithin(tx: ChangeTx, { id, now }: Change): Promise<PauseOutcome> {
  const running = await loadRunning(tx, id);
  if (running === undefined || !isLive(running.enrollment)) return { kind: 'notLive' };
  const { enrollment, sequence, row } = running;
  if (enrollment.state.kind === 'paused' && enrollment.state.why !== 'absence') {
    return { kind: 'paused', undoUntil: (await getUndo(tx, id))?.until ?? now };
  }
  // What only a person can send is not on its way.
  if (row?.state === 'sending' && row.waiting !== 'confirm') return { kind: 'sending' };
  await writeAdvance(
    tx,
    advance(enrollment, sequence, { kind: 'paused', why: 'person' }, now, EMPTY_CALENDAR),
  );
  if (row !== undefined) {
    const { wakeAt: _never, waiting: _over, ...asleep } = row;
    await putOutboxRow(tx, asleep);
  }
  const undoUntil = now + UNDO_MS;
  await putUndo(tx, {
    enrollmentId: id,
    action: 'pause',
    until: undoUntil,
    enrollment,
    ...(row && { row }),
  });
  await noteChange(tx, running, { at: now, code: 'paused' });
  return { kind: 'paused', undoUntil };
}
