import { type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { wakeFor } from '@/lib/domain/enrollment/row-for';
import type { EnrollmentId } from '@/lib/domain/ids';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { CHANGE_STORES, type ChangeTx } from './change-enrollment';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { LEAVE_STORES, mayLeave } from './may-leave';
import { resumeWithin } from './resume-enrollment';
import { VISIBILITY_LAG } from './timing';

const STORES = [...new Set([...JOB_STORES, ...LEAVE_STORES, ...CHANGE_STORES] as const)];

export type Claimed =
  | { readonly kind: 'claimed'; readonly job: Job }
  | { readonly kind: 'settled' | 'deferred' }
  | { readonly kind: 'ended'; readonly job: Job }
  /** It is final, and its draft may still lie in the mailbox. */
  | { readonly kind: 'leftover'; readonly row: OutboxRow }
  /** Paused after a worker took it and before it handed anything over. */
  | { readonly kind: 'resting'; readonly job: Job }
  /** Something happened since it was planned, so that it must not leave: the enrollment ends. */
  | {
      readonly kind: 'unwanted';
      readonly enrollmentId: EnrollmentId;
      readonly reason: ExitReason;
    }
  | { readonly kind: 'broken'; readonly what: string };

/**
 * Takes a row for sending: step (a) of draft-first sending. Written through to the disk before
 * anything reaches the mailbox. Whatever has not been handed over yet is asked about anew, however
 * often it was taken before, see {@link mayLeave}.
 */
export async function claimRow(deps: EngineDeps, key: string): Promise<Claimed> {
  const database = await deps.connection.get();
  const claimed = await writeAtOnce(database, STORES, async (tx): Promise<Claimed> => {
    const loaded = await loadJob(tx, key);
    if (loaded.kind === 'settled') return leftoverOf(tx, key);
    if (loaded.kind !== 'job') return loaded;
    const { job } = loaded;
    const now = deps.clock.now();
    if (!isLive(job.enrollment)) return { kind: 'ended', job };
    // Paused, or moved to another time, while this worker was on its way to it.
    if (job.row.wakeAt === undefined || job.row.wakeAt > now) return { kind: 'settled' };
    const isPaused = job.enrollment.state.kind === 'paused';
    if (isPaused && job.row.handedOverAt === undefined) return wakeResting(tx, job, now);
    if (job.row.handedOverAt === undefined) {
      const leave = await mayLeave(tx, job, now);
      if (leave.kind === 'later') return { kind: 'deferred' };
      if (leave.kind === 'unwanted') return { ...leave, enrollmentId: job.enrollment.id };
    }
    const { waiting: _resolved, ...rest } = job.row;
    const row = {
      ...rest,
      state: 'sending' as const,
      attempts: job.row.attempts + 1,
      wakeAt: now + VISIBILITY_LAG,
    };
    await putOutboxRow(tx, row);
    return { kind: 'claimed', job: { ...job, row } };
  });
  if (claimed.kind === 'deferred') deps.changed();
  return claimed;
}

async function leftoverOf(tx: ChangeTx, key: string): Promise<Claimed> {
  const row = await getOutboxRow(tx, key);
  const isLeft = row?.state === 'failed' && row.wakeAt !== undefined;
  return isLeft ? { kind: 'leftover', row } : { kind: 'settled' };
}

/**
 * Its pause is over: it goes on, within its window and where the sender has room. Too early, it is
 * put to sleep again. One that was taken before the pause is put back.
 */
async function wakeResting(tx: ChangeTx, job: Job, now: Instant): Promise<Claimed> {
  const { row, enrollment } = job;
  if (row.state === 'sending') return { kind: 'resting', job };
  const until = enrollment.state.kind === 'paused' ? enrollment.state.until : undefined;
  if (until !== undefined && until <= now) {
    await resumeWithin(tx, { id: enrollment.id, now }, 'engine');
  } else {
    const { wakeAt: _early, ...asleep } = row;
    await putOutboxRow(tx, { ...asleep, ...wakeFor(enrollment, row.dueAt) });
  }
  return { kind: 'deferred' };
}
