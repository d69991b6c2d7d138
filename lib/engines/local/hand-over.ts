import { isLive } from '@/lib/domain/enrollment/enrollment';
import { putOutboxRow } from '@/lib/store/outbox';
import { readPausedAll } from '@/lib/store/standing';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { VISIBILITY_LAG } from './timing';

/**
 * Step (c) of draft-first sending, and the last point of no return on our side: records which draft
 * is about to be sent, unless the enrollment ended, or everything was paused, while the draft was
 * made.
 *
 * @returns the job to send, or `undefined` when the draft must not leave
 */
export async function handOver(
  deps: EngineDeps,
  key: string,
  draft: { readonly draftId: string; readonly subject: string },
): Promise<Job | undefined> {
  const database = await deps.connection.get();
  const stores = [...JOB_STORES, 'meta'] as const;
  const tx = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const loaded = await loadJob(tx, key);
  if (loaded.kind !== 'job' || !isLive(loaded.job.enrollment)) return undefined;
  if ((await readPausedAll(tx)) !== undefined) return undefined;
  const now = deps.clock.now();
  const row = { ...loaded.job.row, ...draft, handedOverAt: now, wakeAt: now + VISIBILITY_LAG };
  await putOutboxRow(tx, row);
  await tx.done;
  return { ...loaded.job, row };
}
