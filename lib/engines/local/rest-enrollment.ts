import { advance } from '@/lib/domain/enrollment/advance';
import { isLive, type PauseReason } from '@/lib/domain/enrollment/enrollment';
import { wakeFor } from '@/lib/domain/enrollment/row-for';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { putOutboxRow } from '@/lib/store/outbox';
import type { Instant } from '@/lib/time/instant';
import { type Change, type ChangeTx, loadRunning } from './change-enrollment';
import { writeAdvance } from './write-advance';

/** Why something that was noticed lets an enrollment rest, and until when, if that is known. */
export interface Rest {
  readonly why: PauseReason;
  readonly until?: Instant;
}

/**
 * Lets an enrollment rest because of something that was noticed. What a person paused stays as it
 * is. An email that a worker has taken but not handed over is put back by that worker; one that was
 * handed over has left, and the enrollment rests before the next one.
 *
 * @returns whether it rests now because of this
 */
export async function restWithin(tx: ChangeTx, { id, now }: Change, rest: Rest): Promise<boolean> {
  const running = await loadRunning(tx, id);
  if (running === undefined || !isLive(running.enrollment)) return false;
  const { enrollment: before, sequence, row } = running;
  const next = advance(before, sequence, { kind: 'paused', ...rest }, now, EMPTY_CALENDAR);
  if (next.enrollment === before) return false;
  await writeAdvance(tx, next);
  if (row?.state === 'due') {
    const { wakeAt: _other, waiting: _over, ...asleep } = row;
    await putOutboxRow(tx, { ...asleep, ...wakeFor(next.enrollment, row.dueAt) });
  }
  return true;
}
