import { advance } from '@/lib/domain/enrollment/advance';
import { UNDO_MS } from '@/lib/domain/enrollment/undo';
import type { EnrollmentId } from '@/lib/domain/ids';
import { firstFree } from '@/lib/domain/limits/rolling-limit';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import { renderTemplate } from '@/lib/domain/message/render-template';
import { tokenFields } from '@/lib/domain/message/token-fields';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { isTaskStep } from '@/lib/domain/sequence/step';
import type { ResumeOutcome } from '@/lib/engines/engine';
import { calendarOf } from '@/lib/store/calendars';
import { getContact } from '@/lib/store/contacts';
import { limitBucketsOfWeek, reserveFor, unreserveFor } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
import { getTask } from '@/lib/store/tasks';
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
  if (running?.enrollment.heldBy !== undefined) return resumeHeld(tx, running, now);
  if (running?.row === undefined) return { kind: 'notPaused' };
  const { enrollment, sequence, row } = running;
  const { state } = enrollment;
  if (state.kind !== 'paused') return { kind: 'notPaused' };
  const contact = await getContact(tx, enrollment.contactId);
  const sender = await getSender(tx, enrollment.senderId);
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const isHandedOver = row.handedOverAt !== undefined;
  if (!isHandedOver) await unreserveFor(tx, row);
  const wanted =
    state.why === 'absence' ? Math.max(now, enrollment.nextAt ?? now) : now + state.remainingMs;
  const at = row.effect === 'email' ? await freeAt(tx, running, wanted) : wanted;
  const next = advance(enrollment, sequence, { kind: 'resumed', at }, now, calendar);
  const nextAt = next.dueAt ?? at;
  await writeAdvance(tx, next);
  const { waiting: _asked, lateSince: _decided, promisedAt: _anew, ...asleep } = row;
  const moved = { ...asleep, dueAt: nextAt, wakeAt: nextAt };
  // What was handed over is counted already, and stays that very draft.
  if (!isHandedOver) await reserveFor(tx, moved);
  await putOutboxRow(tx, moved);
  const undoUntil = now + UNDO_MS;
  if (by === 'person') {
    await putUndo(tx, { enrollmentId: id, action: 'resume', until: undoUntil, enrollment, row });
  }
  await noteChange(tx, running, { at: now, code: 'resumed', actor: by, params: { next: nextAt } });
  const subject = await subjectOf(tx, running);
  return { kind: 'resumed', nextAt, subject, zone: enrollment.zone, undoUntil };
}

/** Nothing of it runs until its task is done; then it does. */
async function resumeHeld(tx: ChangeTx, running: Running, now: Instant): Promise<ResumeOutcome> {
  const { enrollment, sequence } = running;
  const { id, heldBy, state, zone } = enrollment;
  if (state.kind !== 'paused' || heldBy === undefined) return { kind: 'notPaused' };
  const event = { kind: 'resumed', at: now } as const;
  await writeAdvance(tx, advance(enrollment, sequence, event, now, EMPTY_CALENDAR));
  const undoUntil = now + UNDO_MS;
  await putUndo(tx, { enrollmentId: id, action: 'resume', until: undoUntil, enrollment });
  await noteChange(tx, running, { at: now, code: 'resumed' });
  const subject = (await getTask(tx, heldBy))?.title ?? '';
  return { kind: 'resumed', subject, zone, undoUntil };
}

/** The first instant from there on at which the sender's day has room. */
async function freeAt(tx: ChangeTx, { enrollment }: Running, wanted: Instant): Promise<Instant> {
  const sender = await getSender(tx, enrollment.senderId);
  if (sender === undefined) return wanted;
  const buckets = await limitBucketsOfWeek(tx, sender.id, wanted);
  return firstFree(buckets, wanted, senderLimit(sender)) ?? wanted;
}

/** What leaves next, or is to be done, will be called, as far as it can be said now. */
async function subjectOf(tx: ChangeTx, { enrollment, sequence, row }: Running): Promise<string> {
  const step = row && sequence.steps[row.stepIndex];
  const [contact, sender] = await Promise.all([
    getContact(tx, enrollment.contactId),
    getSender(tx, enrollment.senderId),
  ]);
  if (!step || !contact || !sender) return '';
  const { thread, edited, placeholders, to } = enrollment;
  const own = edited.find(({ stepId }) => stepId === step.id);
  if (isTaskStep(step)) {
    const fields = { values: tokenFields(contact, to, sender), placeholders };
    return renderTemplate(step.title, fields).text;
  }
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
