import { advance } from '@/lib/domain/enrollment/advance';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { EnrollmentId } from '@/lib/domain/ids';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Task } from '@/lib/domain/task/task';
import type { RestoreOutcome } from '@/lib/engines/engine';
import { calendarOf } from '@/lib/store/calendars';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment, putEnrollment } from '@/lib/store/enrollments';
import { journalOfContactSince } from '@/lib/store/journal';
import { reserveFor, unreserveFor } from '@/lib/store/limits';
import { deleteOutboxRow, getOutboxRow, openRowOf, putOutboxRow } from '@/lib/store/outbox';
import type { UndoRow } from '@/lib/store/schema';
import { getSender } from '@/lib/store/senders';
import { getSequence, getSequenceHead } from '@/lib/store/sequences';
import { getTask, putTask } from '@/lib/store/tasks';
import { deleteUndo, getUndo } from '@/lib/store/undo';
import type { Instant } from '@/lib/time/instant';
import { type Change, type ChangeTx, changeEnrollment, noteChange } from './change-enrollment';
import type { EngineDeps } from './deps';
import { holdAgain } from './hold-again';
import { writeAdvance } from './write-advance';

const TOO_LATE = { kind: 'tooLate' } as const;

/** Takes back the last change of an enrollment in one transaction, see {@link restoreWithin}. */
export function restoreEnrollment(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
): Promise<RestoreOutcome> {
  return changeEnrollment(deps, id, (tx, change) => restoreWithin(tx, change));
}

/**
 * Takes back the last unenrolling, pausing, resuming or skipping, if nothing has happened since that cannot be
 * taken back: an email that left, an answer, another enrollment.
 *
 * @param askedAt when the person asked, if a worker comes to it only now
 */
export async function restoreWithin(
  tx: ChangeTx,
  { id, now }: Change,
  askedAt: Instant = now,
): Promise<RestoreOutcome> {
  const undo = await getUndo(tx, id);
  const current = await getEnrollment(tx, id);
  if (undo === undefined || current === undefined || undo.until < askedAt) return TOO_LATE;
  const { sequenceId, sequenceVersion } = current;
  const [sequence, head] = await Promise.all([
    getSequence(tx, sequenceId, sequenceVersion),
    getSequenceHead(tx, sequenceId),
  ]);
  if (sequence === undefined || head === undefined || head.state === 'deleted') return TOO_LATE;
  const outcome = await takeBack(tx, undo, { current, sequence, now });
  if (outcome !== 'restored') return { kind: outcome };
  await deleteUndo(tx, id);
  await noteChange(
    tx,
    { enrollment: current, sequence },
    { at: now, code: 'restored', params: { action: undo.action } },
  );
  return { kind: 'restored', enrollment: (await getEnrollment(tx, id)) ?? current };
}

interface Now {
  readonly current: Enrollment;
  readonly sequence: Sequence;
  readonly now: Instant;
}

type TakenBack = 'restored' | 'tooLate' | 'taken';

function takeBack(tx: ChangeTx, undo: UndoRow, state: Now): Promise<TakenBack> {
  switch (undo.action) {
    case 'unenroll':
      return enrollAgain(tx, undo, state);
    case 'pause':
      return wakeAgain(tx, undo, state);
    case 'resume':
      return restAgain(tx, undo, state);
    case 'skip':
      return runSkipped(tx, undo, state);
  }
}

async function enrollAgain(tx: ChangeTx, undo: UndoRow, state: Now): Promise<TakenBack> {
  const { current, now } = state;
  if (current.state.kind !== 'unenrolled' || current.state.reason !== 'manual') return 'tooLate';
  const { enrollment: before } = undo;
  const row = undo.row && (await getOutboxRow(tx, undo.row.key));
  // Nobody knows whether it left; it is not sent again to be safe.
  if (row?.state === 'failed' && row.failure !== 'ended') return 'tooLate';
  // An answer since is an answer.
  if (await hasAnswered(tx, before, current.state.at)) return 'tooLate';
  if (!(await holdAgain(tx, before, now))) return 'taken';
  await reopenTasks(tx, undo.tasks ?? []);
  if (row?.state === 'sent') {
    await goOnAfter(tx, { ...state, current: { ...before, ...threadOf(current) } }, row);
    return 'restored';
  }
  await putEnrollment(tx, { ...before, updatedAt: now });
  if (undo.row !== undefined && (row === undefined || row.state === 'failed')) {
    await putOutboxRow(tx, asNew(undo.row, now));
    await reserveFor(tx, undo.row);
  }
  // Nobody has come to drop it yet: it waits for its time again.
  if (undo.row !== undefined && row?.state === 'due') await putOutboxRow(tx, undo.row);
  return 'restored';
}

async function hasAnswered(tx: ChangeTx, { contactId }: Enrollment, since: Instant) {
  const entries = await journalOfContactSince(tx, contactId, since);
  return entries.some(({ code }) => code === 'replySeen');
}

/** The email was on its way when the enrollment ended, and arrived: go on after it. */
async function goOnAfter(tx: ChangeTx, { current, sequence, now }: Now, row: OutboxRow) {
  const contact = await getContact(tx, current.contactId);
  const sender = await getSender(tx, current.senderId);
  const calendar = withAbsence(await calendarOf(tx, contact, current.zone), sender);
  const thread = current.thread ?? { threadId: '', subject: row.subject ?? '', references: [] };
  const sent = { kind: 'stepSent', stepIndex: row.stepIndex, thread } as const;
  await writeAdvance(tx, advance(current, sequence, sent, row.sentAt ?? now, calendar));
}

function threadOf({ thread }: Enrollment) {
  return thread && { thread };
}

/** A row that was taken back is a new one; what an earlier attempt left behind is gone. */
function asNew(row: OutboxRow, now: Instant): OutboxRow {
  if (row.state === 'due') return row;
  const { key, enrollmentId, contactId, senderId, stepId, stepIndex, dueAt, effect } = row;
  const whose = { key, enrollmentId, contactId, senderId, stepId, stepIndex, dueAt, effect };
  // More than none, so that a draft with its key is looked for before another is made.
  return { ...whose, state: 'due', wakeAt: now, attempts: 1 };
}

/** The task that held it was done meanwhile, or a step became a task: what was before is no more. */
function hasMovedOn({ enrollment }: UndoRow, { current }: Now): boolean {
  return enrollment.heldBy !== current.heldBy || enrollment.nextStep !== current.nextStep;
}

/** Tasks that leaving the sequence closed are to be done again. */
async function reopenTasks(tx: ChangeTx, tasks: readonly Task[]): Promise<void> {
  for (const task of tasks) {
    const now = await getTask(tx, task.id);
    if (now?.canceled !== undefined) await putTask(tx, task);
  }
}

async function wakeAgain(tx: ChangeTx, undo: UndoRow, state: Now): Promise<TakenBack> {
  if (state.current.state.kind !== 'paused' || hasMovedOn(undo, state)) return 'tooLate';
  await putEnrollment(tx, { ...undo.enrollment, updatedAt: state.now });
  if (undo.row !== undefined) await putOutboxRow(tx, undo.row);
  return 'restored';
}

async function restAgain(tx: ChangeTx, undo: UndoRow, state: Now): Promise<TakenBack> {
  const { kind } = state.current.state;
  const row = undo.row && (await getOutboxRow(tx, undo.row.key));
  const isRunning = kind === 'active' || kind === 'scheduled';
  if (!isRunning || hasMovedOn(undo, state)) return 'tooLate';
  if (undo.enrollment.heldBy !== undefined) {
    await putEnrollment(tx, { ...undo.enrollment, updatedAt: state.now });
    return 'restored';
  }
  if (undo.row === undefined || row?.state !== 'due') return 'tooLate';
  await putEnrollment(tx, { ...undo.enrollment, updatedAt: state.now });
  await unreserveFor(tx, row);
  await reserveFor(tx, undo.row);
  await putOutboxRow(tx, { ...undo.row, attempts: row.attempts });
  return 'restored';
}

/** The step that was left out is next again, if the one after it has not been taken up. */
async function runSkipped(
  tx: ChangeTx,
  { enrollment: before, row: skipped }: UndoRow,
  { current, now }: Now,
): Promise<TakenBack> {
  const row = await openRowOf(tx, before.id);
  const isNext = current.nextStep === before.nextStep + 1;
  if (skipped === undefined || !isNext || row?.state === 'sending') return 'tooLate';
  if (current.state.kind === 'finished') {
    if (!(await holdAgain(tx, before, now))) return 'taken';
  } else if (row === undefined) {
    return 'tooLate';
  }
  if (row !== undefined) {
    await deleteOutboxRow(tx, row.key);
    await unreserveFor(tx, row);
  }
  await putEnrollment(tx, { ...before, updatedAt: now });
  await putOutboxRow(tx, skipped);
  await reserveFor(tx, skipped);
  return 'restored';
}
