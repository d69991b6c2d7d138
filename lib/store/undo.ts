import type { EnrollmentId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { UndoRow } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** Keeps what the last change of an enrollment can be taken back to; the one before is forgotten. */
export async function putUndo(tx: WriteTx<'undo'>, row: UndoRow): Promise<void> {
  await tx.objectStore('undo').put(row);
}

export function getUndo(tx: ReadTx<'undo'>, id: EnrollmentId): Promise<UndoRow | undefined> {
  return tx.objectStore('undo').get(id);
}

export async function deleteUndo(tx: WriteTx<'undo'>, id: EnrollmentId): Promise<void> {
  await tx.objectStore('undo').delete(id);
}

/** Forgets what can no longer be taken back. */
export async function dropOldUndo(tx: WriteTx<'undo'>, before: Instant): Promise<void> {
  const rows = await tx.objectStore('undo').getAll();
  for (const row of rows) if (row.until < before) await deleteUndo(tx, row.enrollmentId);
}
