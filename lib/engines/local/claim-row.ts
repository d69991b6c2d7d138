import { type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import { CALENDAR_STORES } from '@/lib/store/calendars';
import { putOutboxRow } from '@/lib/store/outbox';
import { getSequenceHead } from '@/lib/store/sequences';
import { findSuppression } from '@/lib/store/suppressions';
import type { ReadTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { MOVE_STORES, movedToSlot } from './move-to-slot';
import { RECONNECT_PAUSE, VISIBILITY_LAG } from './timing';

const STORES = [
  ...new Set([
    ...JOB_STORES,
    ...MOVE_STORES,
    ...CALENDAR_STORES,
    'sequences',
    'suppression',
  ] as const),
];

export type Claimed =
  | { readonly kind: 'claimed'; readonly job: Job }
  | { readonly kind: 'settled' | 'deferred' }
  | { readonly kind: 'ended'; readonly job: Job }
  /** Something happened since it was planned, so that it must not leave: the enrollment ends. */
  | {
      readonly kind: 'unwanted';
      readonly enrollmentId: EnrollmentId;
      readonly reason: ExitReason;
    }
  | { readonly kind: 'broken'; readonly what: string };

/**
 * Takes a row for sending: step (a) of draft-first sending. Written through to the disk before
 * anything reaches the mailbox. Whatever may have changed since the email was planned is asked again
 * here: the sequence, the suppression list, the limits and the window.
 */
export async function claimRow(deps: EngineDeps, key: string): Promise<Claimed> {
  const database = await deps.connection.get();
  const claimed = await writeAtOnce(database, STORES, async (tx): Promise<Claimed> => {
    const loaded = await loadJob(tx, key);
    if (loaded.kind !== 'job') return loaded;
    const { job } = loaded;
    const now = deps.clock.now();
    if (!isLive(job.enrollment)) return { kind: 'ended', job };
    // Paused while this worker was on its way to it.
    if (job.row.wakeAt === undefined) return { kind: 'settled' };
    if (job.row.state === 'due') {
      const reason = await unwantedFor(tx, job);
      if (reason) return { kind: 'unwanted', enrollmentId: job.enrollment.id, reason };
      if ((await getSequenceHead(tx, job.sequence.id))?.paused) {
        await putOutboxRow(tx, { ...job.row, wakeAt: now + RECONNECT_PAUSE, waiting: 'paused' });
        return { kind: 'deferred' };
      }
      if (await movedToSlot(tx, job, now)) return { kind: 'deferred' };
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

/** Why this must not happen any more, if so; asked right before it would. */
export async function unwantedFor(
  tx: ReadTx<'sequences' | 'suppression'>,
  { sequence, enrollment }: Pick<Job, 'sequence' | 'enrollment'>,
): Promise<ExitReason | undefined> {
  const [head, suppression] = await Promise.all([
    getSequenceHead(tx, sequence.id),
    findSuppression(tx, enrollment.to),
  ]);
  if (head?.state === 'deleted') return 'sequenceDeleted';
  if (suppression === undefined) return undefined;
  return suppression.reason === 'bounced' ? 'bounced' : 'optedOut';
}
