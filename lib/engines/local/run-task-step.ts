import * as v from 'valibot';
import { advance } from '@/lib/domain/enrollment/advance';
import { type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import { type EnrollmentId, taskIdSchema } from '@/lib/domain/ids';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { taskOfStep } from '@/lib/domain/task/task-of-step';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow } from '@/lib/store/outbox';
import { getSequenceHead } from '@/lib/store/sequences';
import { putTask } from '@/lib/store/tasks';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { exitEnrollment } from './exit-enrollment';
import { JOB_STORES, type Job, loadTaskJob } from './load-job';
import { unwantedFor } from './may-leave';
import { settleFailed } from './settle-failed';
import { RECONNECT_PAUSE } from './timing';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [
  ...new Set([...JOB_STORES, ...ADVANCE_STORES, ...CALENDAR_STORES, 'suppression'] as const),
];

type TaskTx = WriteTx<(typeof STORES)[number]>;
type TaskJob = Job<Parameters<typeof taskOfStep>[0]['step']>;

type Ran =
  | { readonly kind: 'made' | 'deferred' | 'settled' | 'ended' }
  | { readonly kind: 'broken'; readonly what: string }
  | { readonly kind: 'unwanted'; readonly id: EnrollmentId; readonly reason: ExitReason };

/**
 * Runs a step that a person carries out: its task is made, its row settled and the enrollment moves
 * on, all in one transaction, so that no crash lies between. The task bears the row's key: the same
 * step never becomes two tasks.
 *
 * A task is planned for the days and hours of the sequence like an email. When it runs late it is made
 * at once, whatever the hour: it needs no mailbox, takes no place in a limit and reaches nobody but
 * the rep.
 */
export async function runTaskStep(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  key: string,
): Promise<void> {
  const database = await deps.connection.get();
  const now = deps.clock.now();
  const ran = await writeAtOnce(database, STORES, async (tx): Promise<Ran> => {
    const loaded = await loadTaskJob(tx, key);
    if (loaded.kind !== 'job') return loaded;
    const { job } = loaded;
    const { row, enrollment, sequence } = job;
    if (!isLive(enrollment)) return { kind: 'ended' };
    // Paused, or moved to another time, while this worker was on its way to it.
    if (row.wakeAt === undefined || row.wakeAt > now) return { kind: 'settled' };
    const reason = await unwantedFor(tx, job);
    if (reason) return { kind: 'unwanted', id: enrollment.id, reason };
    if ((await getSequenceHead(tx, sequence.id))?.paused) {
      await putOutboxRow(tx, { ...row, wakeAt: now + RECONNECT_PAUSE, waiting: 'paused' });
      return { kind: 'deferred' };
    }
    await makeTask(tx, job, now);
    return { kind: 'made' };
  });
  switch (ran.kind) {
    case 'settled':
      return;
    case 'made':
    case 'deferred':
      return deps.changed();
    case 'ended':
      return settleFailed(deps, key, { kind: 'dropped', code: 'ended' });
    case 'broken':
      return settleFailed(deps, key, { kind: 'failed', code: ran.what });
    case 'unwanted':
      await exitEnrollment(deps, ran.id, ran.reason);
  }
}

async function makeTask(tx: TaskTx, job: TaskJob, now: Instant): Promise<void> {
  const { row, enrollment, sequence, step, contact, sender } = job;
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const id = v.parse(taskIdSchema, row.key);
  const { settings } = sequence;
  const task = taskOfStep({ ...job, id, index: row.stepIndex, settings, calendar }, now);
  await putTask(tx, task);
  const { wakeAt: _done, waiting: _over, ...settled } = row;
  await putOutboxRow(tx, { ...settled, state: 'sent', sentAt: now });
  const made = { kind: 'taskMade', stepIndex: row.stepIndex, taskId: id, hold: step.hold } as const;
  const next = advance(enrollment, sequence, made, now, calendar);
  await writeAdvance(tx, next);
  const about = {
    at: now,
    actor: 'engine' as const,
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: row.senderId,
  };
  const params = { step: row.stepIndex + 1, title: task.title };
  await appendJournal(tx, { ...about, code: 'taskMade', params });
  if (next.enrollment.state.kind === 'finished' && next.ended) {
    await appendJournal(tx, { ...about, code: 'finished', params: {} });
  }
}
