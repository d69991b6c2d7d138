import { dropOldBulkRuns } from '@/lib/store/bulk-runs';
import { dropOldComposed } from '@/lib/store/compose-drafts';
import { dropOldUndo } from '@/lib/store/undo';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { DAY, HOUR } from '@/lib/time/instant';
import type { WorkerDeps } from './deps';

/** A surface that shows a bulk may be left open over a weekend. */
const KEEP_RUNS = 7 * DAY;
/** A restore that was asked for in time may be worked on later. */
const KEEP_UNDO = HOUR;

/** The engine looks for what was sent for at most half an hour, a sleeping computer for longer. */
const KEEP_COMPOSED = 30 * DAY;

/** Forgets what nobody can use any more. */
export async function tidy({ connection, clock }: Pick<WorkerDeps, 'connection' | 'clock'>) {
  const now = clock.now();
  const stores = ['undo', 'bulkRuns', 'bulkItems', 'composeDrafts'] as const;
  await writeAtOnce(await connection.get(), stores, async (tx) => {
    await dropOldUndo(tx, now - KEEP_UNDO);
    await dropOldBulkRuns(tx, now - KEEP_RUNS);
    await dropOldComposed(tx, now - KEEP_COMPOSED);
  });
}
