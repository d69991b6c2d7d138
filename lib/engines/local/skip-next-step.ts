import { isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { skipStep } from '@/lib/domain/enrollment/skip-step';
import { UNDO_MS } from '@/lib/domain/enrollment/undo';
import type { EnrollmentId } from '@/lib/domain/ids';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import type { SkipOutcome } from '@/lib/engines/engine';
import { calendarOf } from '@/lib/store/calendars';
import { getContact } from '@/lib/store/contacts';
import { uncountSent, unreserveFor } from '@/lib/store/limits';
import { deleteOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
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

/** Goes on without the next step in one transaction, see {@link skipWithin}. */
export function skipNextStep(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
): Promise<SkipOutcome> {
  return changeEnrollment(deps, id, skipWithin);
}

/**
 * Nothing of the step can run any more; undo brings its row back. A draft that was handed over and
 * rests, because the rep is asked or has paused it, is removed; one that is on its way is waited for.
 */
async function skipWithin(tx: ChangeTx, { id, now }: Change): Promise<SkipOutcome> {
  const running = await loadRunning(tx, id);
  if (running?.row === undefined || !isLive(running.enrollment)) return { kind: 'notLive' };
  const { enrollment, sequence, row } = running;
  const rests = enrollment.state.kind === 'paused' && row.wakeAt === undefined;
  if (row.state === 'sending' && !rests) return { kind: 'sending' };
  const [contact, sender] = await Promise.all([
    getContact(tx, enrollment.contactId),
    getSender(tx, enrollment.senderId),
  ]);
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const next = skipStep(enrollment, sequence, now, calendar);
  await leaveOut(tx, row, now);
  await giveBack(tx, row);
  await writeAdvance(tx, next);
  const undoUntil = now + UNDO_MS;
  const again = asDue(row);
  await putUndo(tx, { enrollmentId: id, action: 'skip', until: undoUntil, enrollment, row: again });
  const params = { step: row.stepIndex + 1 };
  await noteChange(tx, running, { at: now, code: 'stepSkipped', params });
  if (next.ended) await noteChange(tx, running, { at: now, code: 'finished' });
  const { nextAt } = next.enrollment;
  return { kind: 'skipped', undoUntil, ...(nextAt !== undefined && { nextAt }) };
}

/** The mailbox may hold a draft of one that was taken before: a worker looks, and removes it. */
async function leaveOut(tx: ChangeTx, row: OutboxRow, now: Instant): Promise<void> {
  if (row.attempts === 0 || row.effect === 'task') return deleteOutboxRow(tx, row.key);
  const { waiting: _over, retry: _well, ...rest } = row;
  await putOutboxRow(tx, { ...rest, state: 'failed', failure: 'ended', wakeAt: now });
}

async function giveBack(tx: ChangeTx, row: OutboxRow): Promise<void> {
  if (row.handedOverAt === undefined) return unreserveFor(tx, row);
  await uncountSent(tx, row.senderId, row.handedOverAt);
}

/** The row that undo brings back: what was handed over is gone by then, and is made anew. */
function asDue(row: OutboxRow): OutboxRow {
  const { draftId: _removed, handedOverAt: _anew, subject: _old, ...rest } = row;
  return { ...rest, state: 'due' };
}
