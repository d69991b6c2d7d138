import type { OutboxRecord } from './schema';
import type { ReadTx } from './transaction';

/** Enough to say what is wrong; nobody reads more in a popup. */
const LIMIT = 200;

type Problem = Pick<OutboxRecord, 'waiting' | 'senderId'>;

/**
 * Rows that say why they wait, those that wait for a person first. Read as they are: a popup counts
 * them and needs no schema for that.
 */
export async function problemRows(tx: ReadTx<'outbox'>): Promise<readonly Problem[]> {
  const outbox = tx.objectStore('outbox');
  const [asking, waking] = await Promise.all([
    outbox.index('asking').getAll(null, LIMIT),
    outbox.index('wake').getAll(null, LIMIT),
  ]);
  return [...asking, ...waking];
}
