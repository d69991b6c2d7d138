import type { SequenceHead } from './schema';
import type { ReadTx } from './transaction';

/** Every sequence, last used first, then by name. Archived ones as well: those who are in them go on. */
export async function listAllSequences(tx: ReadTx<'sequences'>): Promise<readonly SequenceHead[]> {
  const heads = await tx.objectStore('sequences').getAll();
  return heads.sort(
    (a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || a.name.localeCompare(b.name),
  );
}
