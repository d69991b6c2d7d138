import type { WorkerDeps } from '@/lib/background/deps';
import { bulkItems, nextBulkRun, putBulkItem, putBulkRun } from '@/lib/store/bulk-runs';
import { writeAtOnce } from '@/lib/store/write-at-once';

/** Leaves out the next item of the run that has waited longest, and says so in its row. */
export async function skipBulkItem({ connection }: Pick<WorkerDeps, 'connection'>): Promise<void> {
  await writeAtOnce(await connection.get(), ['bulkRuns', 'bulkItems'], async (tx) => {
    const run = await nextBulkRun(tx);
    if (run === undefined) return;
    const [item] = await bulkItems(tx, run.id, { from: run.next, count: 1 });
    const outcome =
      run.action.kind === 'enroll'
        ? ({ kind: 'refused', codes: [] } as const)
        : ({ kind: 'unchanged' } as const);
    if (item !== undefined) await putBulkItem(tx, { ...item, outcome });
    const next = run.next + 1;
    await putBulkRun(tx, { ...run, next, state: next >= run.total ? 'finished' : 'running' });
  });
}
