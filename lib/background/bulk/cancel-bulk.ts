import type { WorkerDeps } from '@/lib/background/deps';
import { getBulkRun, putBulkRun } from '@/lib/store/bulk-runs';
import { appendJournal } from '@/lib/store/journal';
import { writeAtOnce } from '@/lib/store/write-at-once';

/** Begins nothing more of a bulk. The batch that is being written is done or not begun. */
export async function cancelBulk(deps: WorkerDeps, runId: string): Promise<void> {
  const database = await deps.connection.get();
  await writeAtOnce(database, ['bulkRuns', 'journal'], async (tx) => {
    const run = await getBulkRun(tx, runId);
    if (run?.state !== 'running') return;
    await putBulkRun(tx, { ...run, state: 'canceled' });
    await appendJournal(tx, {
      at: deps.clock.now(),
      code: 'bulkCanceled',
      actor: 'person',
      params: { action: run.action.kind, done: run.next, total: run.total },
    });
  });
  deps.changed();
}
