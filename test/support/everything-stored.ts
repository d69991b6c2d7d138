import type { Database } from '@/lib/store/schema';

/** Every record of every store, for saying that nothing has changed. */
export async function everythingStored(
  database: Database,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const names = [...database.objectStoreNames];
  const rows = await Promise.all(names.map((name) => database.getAll(name)));
  return Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]));
}
