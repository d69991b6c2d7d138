import type { SequenceId } from '@/lib/domain/ids';
import { type Sequence, sequenceSchema } from '@/lib/domain/sequence/sequence';
import { countText, type TextCount } from '@/lib/domain/sequence/text-count';
import type { Instant } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { SequenceHead } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** Adds a version and makes it the one that new enrollments get. What the head alone knows stays. */
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
    access: sequence.access,
    owner: sequence.owner,
    paused: head?.paused ?? false,
    steps: sequence.steps.length,
    live: head?.live ?? 0,
    ...(head?.lastUsedAt !== undefined && { lastUsedAt: head.lastUsedAt }),
    ...(head?.texts !== undefined && { texts: head.texts }),
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

/**
 * The version that new enrollments get. Whether it takes any is the head's to say: versions never
 * change, and archiving is no new version.
 */
export async function currentSequence(
  tx: ReadTx<'sequences' | 'sequenceVersions'>,
  id: SequenceId,
): Promise<{ readonly head: SequenceHead; readonly sequence: Sequence } | undefined> {
  const head = await tx.objectStore('sequences').get(id);
  const version = head && (await getSequence(tx, id, head.version));
  return head && version && { head, sequence: { ...version, state: head.state } };
}

export async function getSequenceHead(
  tx: ReadTx<'sequences'>,
  id: SequenceId,
): Promise<SequenceHead | undefined> {
  return tx.objectStore('sequences').get(id);
}

export async function putSequenceHead(tx: WriteTx<'sequences'>, head: SequenceHead): Promise<void> {
  await tx.objectStore('sequences').put(head);
}

/** One more of what happened to a text of its emails, see {@link countText}. */
export async function countTextOf(
  tx: WriteTx<'sequences'>,
  id: SequenceId,
  of: { readonly key: string; readonly what: keyof TextCount },
): Promise<void> {
  const heads = tx.objectStore('sequences');
  const head = await heads.get(id);
  if (head === undefined) return;
  await heads.put({ ...head, texts: countText(head.texts, of.key, of.what) });
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
