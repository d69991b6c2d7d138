import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What happens to the database of a browser that does not run. */
export type Damage = 'wiped' | 'recreated' | 'rolledBack';

const folder = (profile: string) => join(profile, 'Default', 'IndexedDB');

/** Which backend the browser really uses, by what lies in the profile. */
export async function backendIn(profile: string): Promise<'LevelDB' | 'SQLite' | 'none'> {
  const entries = await readdir(folder(profile), { recursive: true }).catch(() => []);
  const ours = entries.filter((name) => name.startsWith('chrome-extension_'));
  if (ours.some((name) => /\.indexeddb\.leveldb(\/|$)/.test(name))) return 'LevelDB';
  return ours.length > 0 ? 'SQLite' : 'none';
}

/** Keeps a copy of the database as it is now. */
export async function keepCopy(profile: string, copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await cp(folder(profile), copy, { recursive: true });
}

/** Takes the database away, and puts a copy in its place if there is one. */
export async function replaceDatabase(profile: string, copy?: string): Promise<void> {
  await rm(folder(profile), { recursive: true, force: true });
  if (copy !== undefined) await cp(copy, folder(profile), { recursive: true });
}
