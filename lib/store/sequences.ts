import type { SequenceId } from '@/lib/domain/ids';
import { type Sequence, sequenceSchema } from '@/lib/domain/sequence/sequence';
import type { Instant } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { SequenceHead } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** Adds a version and makes it the one that new enrollments get. */
export async function addSequenceVersion(
  tx: WriteTx<'sequences' | 'sequenceVersions'>,
  sequence: Sequence,
): Promise<void> {
  const heads = tx.objectStore('sequences');
  const head = await heads.get(sequence.id);
  await tx.objectStore('sequenceVersions').add(sequence);
  await heads.put({
    id: sequence.id,
    name: sequence.name,
    version: sequence.version,
    state: sequence.state,
    steps: sequence.steps.length,
    live: head?.live ?? 0,
    ...(head?.lastUsedAt !== undefined && { lastUsedAt: head.lastUsedAt }),
  });
}

export async function getSequence(
  tx: ReadTx<'sequenceVersions'>,
  id: SequenceId,
  version: number,
): Promise<Sequence | undefined> {
  const row = await tx.objectStore('sequenceVersions').get([id, version]);
  return row === undefined ? undefined : parseRow(sequenceSchema, row);
}

/** Sequences that may be enrolled into, last used first, then by name. */
export async function listSequences(tx: ReadTx<'sequences'>): Promise<readonly SequenceHead[]> {
  return (await listAllSequences(tx)).filter((head) => head.state === 'active');
}

/** Archived ones as well: they take nobody, and those who are in them go on. */
export async function listAllSequences(tx: ReadTx<'sequences'>): Promise<readonly SequenceHead[]> {
  const heads = await tx.objectStore('sequences').getAll();
  return heads.sort(
    (a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || a.name.localeCompare(b.name),
  );
}

/** Keeps the number of live enrollments, and when the sequence was last used. */
export async function countLive(
  tx: WriteTx<'sequences'>,
  id: SequenceId,
  change: 1 | -1,
  usedAt?: Instant,
): Promise<void> {
  const heads = tx.objectStore('sequences');
  const head = await heads.get(id);
  if (head === undefined) return;
  await heads.put({
    ...head,
    live: Math.max(0, head.live + change),
    ...(usedAt !== undefined && { lastUsedAt: usedAt }),
  });
}
