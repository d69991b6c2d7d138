import { type Suppression, suppressionSchema } from '@/lib/domain/suppression/suppression';
import { parseRow } from './parse-row';
import type { Database } from './schema';

const BATCH = 1_000;

/** A page of the suppression list, in the order of the addresses. */
export interface SuppressionPage {
  readonly rows: readonly Suppression[];
  readonly hasMore: boolean;
}

/**
 * Everybody who is never written to, read in batches until the page is full.
 *
 * @param options.text a part of the address; empty finds all
 */
export async function readSuppressions(
  database: Database,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<SuppressionPage> {
  const store = database.transaction('suppression').store;
  const wanted = text.trim().toLowerCase();
  const rows: Suppression[] = [];
  let range: IDBKeyRange | undefined;
  for (;;) {
    const batch = await store.getAll(range, BATCH);
    for (const raw of batch) {
      if (!raw.address.includes(wanted)) continue;
      if (rows.length === limit) return { rows, hasMore: true };
      rows.push(parseRow(suppressionSchema, raw));
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return { rows, hasMore: false };
    range = IDBKeyRange.lowerBound(last.address, true);
  }
}
