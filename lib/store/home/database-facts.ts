import type { ReadTx } from '@/lib/store/transaction';
import type { DatabaseFacts } from './compare-homes';

export const FACT_STORES = ['meta', 'homeLog'] as const;

export async function readDatabaseFacts(
  tx: ReadTx<(typeof FACT_STORES)[number]>,
): Promise<DatabaseFacts> {
  const [identity, last] = await Promise.all([
    tx.objectStore('meta').get('identity'),
    tx.objectStore('homeLog').openCursor(null, 'prev'),
  ]);
  return {
    identity: identity?.key === 'identity' ? identity.value : undefined,
    epoch: last?.value.seq ?? 0,
  };
}
