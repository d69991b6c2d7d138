import type { WorkerDeps } from '@/lib/background/deps';
import { CHANGE_STORES } from '@/lib/engines/local/change-enrollment';
import { exitWithin } from '@/lib/engines/local/exit-enrollment';
import { liveEnrollmentsOf } from '@/lib/store/enrollments';
import { listAllSequences } from '@/lib/store/sequence-list';
import { writeAtOnce } from '@/lib/store/write-at-once';

const BATCH = 25;

/**
 * Unenrolls whoever is still in a deleted sequence. Runs after deleting and at every wake, so that a
 * worker that died in the middle leaves nobody behind.
 */
export async function emptyDeletedSequences(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
): Promise<void> {
  const heads = await listAllSequences((await deps.connection.get()).transaction('sequences'));
  for (const { id, state, live } of heads) {
    if (state !== 'deleted' || live === 0) continue;
    while (await exitSome(deps, id)) deps.changed();
  }
}

async function exitSome(
  deps: Pick<WorkerDeps, 'connection' | 'clock'>,
  id: Parameters<typeof liveEnrollmentsOf>[1],
): Promise<boolean> {
  const now = deps.clock.now();
  return writeAtOnce(await deps.connection.get(), CHANGE_STORES, async (tx) => {
    const some = await liveEnrollmentsOf(tx, id, BATCH);
    for (const enrollment of some) {
      await exitWithin(tx, { id: enrollment.id, now }, 'sequenceDeleted');
    }
    return some.length > 0;
  });
}
