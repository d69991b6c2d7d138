import { advance } from '@/lib/domain/enrollment/advance';
import { UNDO_MS } from '@/lib/domain/enrollment/undo';
import type { EnrollmentId } from '@/lib/domain/ids';
import { firstFree } from '@/lib/domain/limits/rolling-limit';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import type { ResumeOutcome } from '@/lib/engines/engine';
import { calendarOf } from '@/lib/store/calendars';
import { getContact } from '@/lib/store/contacts';
import { limitBucketsOfWeek, reserve, unreserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
import { putUndo } from '@/lib/store/undo';
import type { Instant } from '@/lib/time/instant';
import {
  type Change,
  type ChangeTx,
  changeEnrollment,
  loadRunning,
  noteChange,
  type Running,
} from './change-enrollment';
import type { EngineDeps } from './deps';
import { writeAdvance } from './write-advance';

/** Lets a paused enrollment go on in one transaction, see {@link resumeWithin}. */
export function resumeEnrollment(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
): Promise<ResumeOutcome> {
  return changeEnrollment(deps, id, (tx, change) => resumeWithin(tx, change));
}

/**
 * Goes on with what was left of the delay, where the sender's limit has room and within the window.
 * The reservation moves with the email. After an absence, what was planned for later stays there.
 *
 * @param by who lets it go on; only what a person did can be taken back
 */
export async function resumeWithin(
  tx: ChangeTx,
  { id, now }: Change,
  by: 'person' | 'engine' = 'person',
): Promise<ResumeOutcome> {
  const running = await loadRunning(tx, id);
  if (running?.row === undefined) return { kind: 'notPaused' };
  const { enrollment, sequence, row } = running;
  const { state } = enrollment;
  if (state.kind !== 'paused') return { kind: 'notPaused' };
  const contact = await getContact(tx, enrollment.contactId);
  const calendar = await calendarOf(tx, contact, enrollment.zone);
  const isHandedOver = row.handedOverAt !== undefined;
  if (!isHandedOver) await unreserve(tx, row.senderId, row.dueAt);
  const wanted =
    state.why === 'absence' ? Math.max(now, enrollment.nextAt ?? now) : now + state.remainingMs;
  const at = await freeAt(tx, running, wanted);
  const next = advance(enrollment, sequence, { kind: 'resumed', at }, now, calendar);
  const nextAt = next.dueAt ?? at;
  await writeAdvance(tx, next);
  // What was handed over is counted already, and stays that very draft.
  if (!isHandedOver) await reserve(tx, row.senderId, nextAt);
  await putOutboxRow(tx, { ...row, dueAt: nextAt, wakeAt: nextAt });
  const undoUntil = now + UNDO_MS;
  if (by === 'person') {
    await putUndo(tx, { enrollmentId: id, action: 'resume', until: undoUntil, enrollment, row });
  }
  await noteChange(tx, running, { at: now, code: 'resumed', actor: by, params: { next: nextAt } });
  const subject = await subjectOf(tx, running);
  return { kind: 'resumed', nextAt, subject, zone: enrollment.zone, undoUntil };
}

/** The first instant from there on at which the sender's day has room. */
async function freeAt(tx: ChangeTx, { enrollment }: Running, wanted: Instant): Promise<Instant> {
  const sender = await getSender(tx, enrollment.senderId);
  if (sender === undefined) return wanted;
  const buckets = await limitBucketsOfWeek(tx, sender.id, wanted);
  return firstFree(buckets, wanted, senderLimit(sender)) ?? wanted;
}

/** What the email that leaves next will be called, as far as it can be said now. */
async function subjectOf(tx: ChangeTx, { enrollment, sequence, row }: Running): Promise<string> {
  const step = row && sequence.steps[row.stepIndex];
  const [contact, sender] = await Promise.all([
    getContact(tx, enrollment.contactId),
    getSender(tx, enrollment.senderId),
  ]);
  if (!step || !contact || !sender) return '';
  const { thread, edited, placeholders, to } = enrollment;
  const own = edited.find(({ stepId }) => stepId === step.id);
  return emailOfStep(
    step,
    { contact, to, sender },
    {
      placeholders,
      ...(own && { edited: own }),
      ...(thread && sequence.settings.threading && { thread }),
    },
  ).subject;
}
