import type { ReadTx, WriteTx } from './transaction';

type ZoneCountries = Readonly<Record<string, string>>;

/** The country of every zone (`Europe/Warsaw` → `PL`), as an options page worked it out. */
export async function readZoneCountries(tx: ReadTx<'meta'>): Promise<ZoneCountries> {
  const row = await tx.objectStore('meta').get('zoneCountries');
  return row?.key === 'zoneCountries' ? row.value : {};
}

export async function putZoneCountries(tx: WriteTx<'meta'>, value: ZoneCountries): Promise<void> {
  await tx.objectStore('meta').put({ key: 'zoneCountries', value });
}
