import { advance } from '@/lib/domain/enrollment/advance';
import { variantOf } from '@/lib/domain/sequence/variant-of';
import type { SentMessage } from '@/lib/mailboxes/mailbox';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import { appendJournal } from '@/lib/store/journal';
import { settleReservation } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [...new Set([...JOB_STORES, ...ADVANCE_STORES, ...CALENDAR_STORES] as const)];

/** Step (e) of draft-first sending: the email left, the enrollment goes on. One transaction. */
export async function settleSent(
  deps: EngineDeps,
  key: string,
  sent: SentMessage & { readonly subject: string },
): Promise<void> {
  const database = await deps.connection.get();
  const tx = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const loaded = await loadJob(tx, key);
  if (loaded.kind !== 'job') return;
  const { job } = loaded;
  const now = deps.clock.now();
  const calendar = await calendarOf(tx, job.contact, job.enrollment.zone);
  const next = advance(job.enrollment, job.sequence, eventOf(job, sent), now, calendar);
  const { wakeAt: _done, waiting: _over, ...row } = job.row;
  await putOutboxRow(tx, { ...row, state: 'sent', sentAt: now, messageId: sent.messageId });
  await settleReservation(tx, row.senderId, { plannedAt: row.dueAt, sentAt: now });
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
  if (next.enrollment.state.kind === 'finished' && next.ended) {
    await appendJournal(tx, { ...about, code: 'finished', params: {} });
  }
  await tx.done;
  deps.changed();
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
