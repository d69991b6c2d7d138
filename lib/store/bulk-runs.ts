import type { BulkItem, BulkRun } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** A run with its items, in one transaction: half a bulk is never begun. */
export async function addBulkRun(
  tx: WriteTx<'bulkRuns' | 'bulkItems'>,
  run: BulkRun,
  items: readonly BulkItem[],
): Promise<void> {
  await tx.objectStore('bulkRuns').add(run);
  for (const item of items) await tx.objectStore('bulkItems').add(item);
}

export async function putBulkRun(tx: WriteTx<'bulkRuns'>, run: BulkRun): Promise<void> {
  await tx.objectStore('bulkRuns').put(run);
}

export async function putBulkItem(tx: WriteTx<'bulkItems'>, item: BulkItem): Promise<void> {
  await tx.objectStore('bulkItems').put(item);
}

export function getBulkRun(tx: ReadTx<'bulkRuns'>, id: string): Promise<BulkRun | undefined> {
  return tx.objectStore('bulkRuns').get(id);
}

/** The run that has waited longest of those that are not over. */
export async function nextBulkRun(tx: ReadTx<'bulkRuns'>): Promise<BulkRun | undefined> {
  const runs = await tx.objectStore('bulkRuns').index('state').getAll('running');
  return runs.sort((a, b) => a.createdAt - b.createdAt)[0];
}

/** Items of a run in their order, from one on. */
export function bulkItems(
  tx: ReadTx<'bulkItems'>,
  runId: string,
  part: { readonly from: number; readonly count: number },
): Promise<readonly BulkItem[]> {
  const range = IDBKeyRange.bound([runId, part.from], [runId, Number.MAX_SAFE_INTEGER]);
  return tx.objectStore('bulkItems').getAll(range, part.count);
}

/** Forgets runs that are over and were begun before; what they did is in the journal. */
export async function dropOldBulkRuns(
  tx: WriteTx<'bulkRuns' | 'bulkItems'>,
  before: number,
): Promise<void> {
  for (const run of await tx.objectStore('bulkRuns').getAll()) {
    if (run.state === 'running' || run.createdAt >= before) continue;
    const { id } = run;
    await tx
      .objectStore('bulkItems')
      .delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
    await tx.objectStore('bulkRuns').delete(id);
  }
}
