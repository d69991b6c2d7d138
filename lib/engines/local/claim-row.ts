import { isLive } from '@/lib/domain/enrollment/enrollment';
import { firstFree, useOf } from '@/lib/domain/limits/rolling-limit';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { limitBucketsOfWeek, reserve, unreserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { WriteTx } from '@/lib/store/transaction';
import { HOUR, type Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { VISIBILITY_LAG } from './timing';

const STORES = [...JOB_STORES, 'limits', 'journal'] as const;

export type Claimed =
  | { readonly kind: 'claimed'; readonly job: Job }
  | { readonly kind: 'settled' | 'deferred' }
  | { readonly kind: 'ended'; readonly job: Job }
  | { readonly kind: 'broken'; readonly what: string };

/**
 * Takes a row for sending: step (a) of draft-first sending. Written through to the disk before
 * anything reaches the mailbox. The rolling limit is asked again here, because a day may have
 * filled up since the email was planned.
 */
export async function claimRow(deps: EngineDeps, key: string): Promise<Claimed> {
  const database = await deps.connection.get();
  const tx = database.transaction([...STORES], 'readwrite', { durability: 'strict' });
  const loaded = await loadJob(tx, key);
  if (loaded.kind !== 'job') return loaded;
  const { job } = loaded;
  const now = deps.clock.now();
  if (!isLive(job.enrollment)) return { kind: 'ended', job };
  if (job.row.state === 'due' && (await movedToFreeSlot(tx, job, now))) {
    await tx.done;
    deps.changed();
    return { kind: 'deferred' };
  }
  const { waiting: _resolved, ...rest } = job.row;
  const row = {
    ...rest,
    state: 'sending' as const,
    attempts: job.row.attempts + 1,
    wakeAt: now + VISIBILITY_LAG,
  };
  await putOutboxRow(tx, row);
  await tx.done;
  return { kind: 'claimed', job: { ...job, row } };
}

/** The sender's day is full: plan the email for the first free slot and say so. */
async function movedToFreeSlot(
  tx: WriteTx<(typeof STORES)[number]>,
  { row, enrollment, sender }: Job,
  now: Instant,
): Promise<boolean> {
  const before = await limitBucketsOfWeek(tx, sender.id, now);
  if (useOf(before, now).used < sender.dailyLimit) return false;
  await unreserve(tx, sender.id, row.dueAt);
  const buckets = await limitBucketsOfWeek(tx, sender.id, now);
  const dueAt = firstFree(buckets, now + 1, sender.dailyLimit) ?? now + 24 * HOUR;
  await reserve(tx, sender.id, dueAt);
  await putOutboxRow(tx, { ...row, dueAt, wakeAt: dueAt, waiting: 'limit' });
  await putEnrollment(tx, { ...enrollment, nextAt: dueAt, updatedAt: now });
  await appendJournal(tx, {
    at: now,
    code: 'deferred',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: sender.id,
    params: { reason: 'limit', until: dueAt },
  });
  return true;
}
