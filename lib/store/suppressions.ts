import { addressKey } from '@/lib/domain/contact/email-address';
import { type Suppression, suppressionSchema } from '@/lib/domain/suppression/suppression';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';

export async function putSuppression(tx: WriteTx<'suppression'>, row: Suppression): Promise<void> {
  await tx.objectStore('suppression').put(row);
}

export async function deleteSuppression(tx: WriteTx<'suppression'>, key: string): Promise<void> {
  await tx.objectStore('suppression').delete(key);
}

/** Why an address is not written to: by itself, or by its whole domain. */
export async function findSuppression(
  tx: ReadTx<'suppression'>,
  address: string,
): Promise<Suppression | undefined> {
  const key = addressKey(address);
  const store = tx.objectStore('suppression');
  const [own, domain] = await Promise.all([
    store.get(key),
    store.get(key.slice(key.lastIndexOf('@'))),
  ]);
  const row = own ?? domain;
  return row === undefined ? undefined : parseRow(suppressionSchema, row);
}
