import { isLive } from '@/lib/domain/enrollment/enrollment';
import { putOutboxRow } from '@/lib/store/outbox';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { VISIBILITY_LAG } from './timing';

export type HandedOver =
  | { readonly kind: 'ready'; readonly job: Job }
  /** The enrollment ended while the draft was made: it must not leave. */
  | { readonly kind: 'ended' }
  /** It was paused meanwhile: it must not leave now. */
  | { readonly kind: 'resting' };

/**
 * Step (c) of draft-first sending, and the last point of no return on our side: records which draft
 * is about to be sent, unless the enrollment ended or was paused while the draft was made.
 */
export async function handOver(
  deps: EngineDeps,
  key: string,
  draft: { readonly draftId: string; readonly subject: string },
): Promise<HandedOver> {
  const database = await deps.connection.get();
  const tx = database.transaction([...JOB_STORES], 'readwrite', { durability: 'strict' });
  const loaded = await loadJob(tx, key);
  if (loaded.kind !== 'job' || !isLive(loaded.job.enrollment)) return { kind: 'ended' };
  const { row: before, enrollment } = loaded.job;
  // What was handed over before may have left: that cannot be put back.
  if (enrollment.state.kind === 'paused' && before.handedOverAt === undefined) {
    return { kind: 'resting' };
  }
  const now = deps.clock.now();
  const row = { ...before, ...draft, handedOverAt: now, wakeAt: now + VISIBILITY_LAG };
  await putOutboxRow(tx, row);
  await tx.done;
  return { kind: 'ready', job: { ...loaded.job, row } };
}
