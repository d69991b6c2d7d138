import type { WorkflowId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { ReadTx, WriteTx } from './transaction';
import type { WorkflowScan } from './workflow-schema';

/** A workflow has at most one scan of a kind. */
export function scanId(workflowId: WorkflowId, kind: WorkflowScan['kind']): string {
  return `${workflowId}/${kind}`;
}

/** Begins a scan, or notes how far it has come. */
export async function putScan(tx: WriteTx<'workflowScans'>, scan: WorkflowScan): Promise<void> {
  await tx.objectStore('workflowScans').put(scan);
}

export async function deleteScan(tx: WriteTx<'workflowScans'>, id: string): Promise<void> {
  await tx.objectStore('workflowScans').delete(id);
}

/** The scan that has waited longest. */
export async function dueScan(
  tx: ReadTx<'workflowScans'>,
  now: Instant,
): Promise<WorkflowScan | undefined> {
  const index = tx.objectStore('workflowScans').index('due');
  return (await index.getAll(IDBKeyRange.upperBound(now), 1))[0];
}

export async function nextScanDue(tx: ReadTx<'workflowScans'>): Promise<Instant | undefined> {
  const cursor = await tx.objectStore('workflowScans').index('due').openKeyCursor();
  return typeof cursor?.key === 'number' ? cursor.key : undefined;
}

export function scansOf(
  tx: ReadTx<'workflowScans'>,
  workflowId: WorkflowId,
): Promise<readonly WorkflowScan[]> {
  return tx.objectStore('workflowScans').index('workflow').getAll(workflowId);
}

/** A workflow that is off, or has another revision, looks at nobody any more. */
export async function deleteScansOf(
  tx: WriteTx<'workflowScans'>,
  workflowId: WorkflowId,
): Promise<void> {
  for (const { id } of await scansOf(tx, workflowId)) await deleteScan(tx, id);
}
