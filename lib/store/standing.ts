import type { SenderId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { CatchUp } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** Since when nothing leaves, on the rep's word; `undefined` while sending goes on. */
export async function readPausedAll(tx: ReadTx<'meta'>): Promise<Instant | undefined> {
  const row = await tx.objectStore('meta').get('pausedAll');
  return row?.key === 'pausedAll' ? row.value : undefined;
}

export async function putPausedAll(tx: WriteTx<'meta'>, since: Instant | undefined): Promise<void> {
  const store = tx.objectStore('meta');
  if (since === undefined) await store.delete('pausedAll');
  else await store.put({ key: 'pausedAll', value: since });
}

/** From the first to the last of them by key; what is large lies behind. */
const STANDING = ['catchUp', 'pausedAll'] as const;

/** How things stand, in one request: asked at every wake. */
export async function readStanding(tx: ReadTx<'meta'>): Promise<{
  readonly pausedAll: Instant | undefined;
  readonly lastSeen: Instant | undefined;
  readonly catchUp: CatchUp | undefined;
}> {
  const rows = await tx.objectStore('meta').getAll(IDBKeyRange.bound(...STANDING));
  return {
    pausedAll: rows.find((row) => row.key === 'pausedAll')?.value,
    lastSeen: rows.find((row) => row.key === 'lastSeen')?.value,
    catchUp: rows.find((row) => row.key === 'catchUp')?.value,
  };
}

/** When the worker was last known to be awake. */
export async function readLastSeen(tx: ReadTx<'meta'>): Promise<Instant | undefined> {
  const row = await tx.objectStore('meta').get('lastSeen');
  return row?.key === 'lastSeen' ? row.value : undefined;
}

export async function putLastSeen(tx: WriteTx<'meta'>, at: Instant): Promise<void> {
  await tx.objectStore('meta').put({ key: 'lastSeen', value: at });
}

/** What was done after the last long absence, until the rep has seen it. */
export async function readCatchUp(tx: ReadTx<'meta'>): Promise<CatchUp | undefined> {
  const row = await tx.objectStore('meta').get('catchUp');
  return row?.key === 'catchUp' ? row.value : undefined;
}

export async function putCatchUp(tx: WriteTx<'meta'>, catchUp: CatchUp | undefined): Promise<void> {
  const store = tx.objectStore('meta');
  if (catchUp === undefined) await store.delete('catchUp');
  else await store.put({ key: 'catchUp', value: catchUp });
}

/** Senders whose new days off hold emails that are still to be moved. */
export async function readAwayWork(tx: ReadTx<'meta'>): Promise<readonly SenderId[]> {
  const row = await tx.objectStore('meta').get('awayWork');
  return row?.key === 'awayWork' ? row.value : [];
}

export async function putAwayWork(
  tx: WriteTx<'meta'>,
  senders: readonly SenderId[],
): Promise<void> {
  const store = tx.objectStore('meta');
  if (senders.length === 0) await store.delete('awayWork');
  else await store.put({ key: 'awayWork', value: senders });
}
