import { advance } from '@/lib/domain/enrollment/advance';
import { countedText } from '@/lib/domain/enrollment/counted-text';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { variantOf } from '@/lib/domain/sequence/variant-of';
import type { SentMessage } from '@/lib/mailboxes/mailbox';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import { appendJournal } from '@/lib/store/journal';
import { moveSent, settleReservation } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import { countTextOf } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { noteLate } from './note-late';
import { VISIBILITY_LAG } from './timing';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [...new Set([...JOB_STORES, ...ADVANCE_STORES, ...CALENDAR_STORES] as const)];

/** Step (e) of draft-first sending: the email left, the enrollment goes on. One transaction. */
export async function settleSent(
  deps: EngineDeps,
  key: string,
  sent: SentMessage & { readonly subject: string },
): Promise<void> {
  const database = await deps.connection.get();
  await writeAtOnce(database, STORES, async (tx) => {
    const loaded = await loadJob(tx, key);
    if (loaded.kind !== 'job') return;
    const { job } = loaded;
    const now = deps.clock.now();
    const sentAt = leftAt(job, now);
    const calendar = withAbsence(
      await calendarOf(tx, job.contact, job.enrollment.zone),
      job.sender,
    );
    const next = advance(job.enrollment, job.sequence, eventOf(job, sent), now, calendar);
    const { wakeAt: _done, waiting: _over, retry: _well, ...row } = job.row;
    await putOutboxRow(tx, { ...row, state: 'sent', sentAt, messageId: sent.messageId });
    await countSent(tx, job, sentAt);
    await countItsText(tx, job);
    const { contactId, enrollmentId } = row;
    const { sequenceId } = job.enrollment;
    await addWorkflowEvent(tx, { contactId, at: now, event: { type: 'emailSent', sequenceId } });
    await writeAdvance(tx, next);
    const about = {
      at: now,
      actor: 'engine' as const,
      contactId,
      enrollmentId,
      senderId: row.senderId,
    };
    await appendJournal(tx, { ...about, code: 'stepSent', params: stepParams(job) });
    await noteLate(tx, job, now);
    if (next.enrollment.state.kind === 'finished' && next.ended) {
      await appendJournal(tx, { ...about, code: 'finished', params: {} });
    }
  });
  deps.changed();
}

/** At the latest: a worker may learn of it long afterwards, but a request arrives or it does not. */
function leftAt({ row, sender }: Job, now: Instant): Instant {
  // A person takes their time, and says so when they have.
  if (row.handedOverAt === undefined || sender.kind === 'compose') return now;
  return Math.min(now, row.handedOverAt + VISIBILITY_LAG);
}

async function countSent(tx: WriteTx<'limits'>, { row }: Job, sentAt: Instant): Promise<void> {
  const { senderId, handedOverAt, dueAt } = row;
  if (handedOverAt === undefined) {
    await settleReservation(tx, senderId, { plannedAt: dueAt, sentAt });
  } else {
    await moveSent(tx, senderId, { from: handedOverAt, to: sentAt });
  }
}

async function countItsText(tx: WriteTx<'sequences'>, { row, enrollment, sequence }: Job) {
  const key = countedText(enrollment, sequence, row.stepIndex);
  if (key !== undefined) await countTextOf(tx, sequence.id, { key, what: 'sent' });
}

/** Of an email with several texts: which one it was. */
function stepParams({ row, step, enrollment }: Job): Readonly<Record<string, string | number>> {
  const isOwn = enrollment.edited.some(({ stepId }) => stepId === step.id);
  const variant = step.variants && !isOwn && variantOf(step, enrollment.to).letter;
  return { step: row.stepIndex + 1, ...(variant && { variant }) };
}

function eventOf({ row, enrollment }: Job, sent: SentMessage & { readonly subject: string }) {
  const earlier = enrollment.thread?.references ?? [];
  const header = sent.messageIdHeader;
  return {
    kind: 'stepSent' as const,
    stepIndex: row.stepIndex,
    thread: {
      threadId: sent.threadId,
      subject: enrollment.thread?.subject ?? sent.subject,
      references: header === undefined || earlier.includes(header) ? earlier : [...earlier, header],
    },
  };
}
