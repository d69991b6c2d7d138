import * as v from 'valibot';
import type { Instant } from '@/lib/time/instant';

/** One backup as it lies on the shelf. */
export interface BackupFile {
  readonly name: string;
  readonly at: Instant;
  /** Of the database's shape. */
  readonly version: number;
  /** How far the database had come: equal marks, equal content. */
  readonly mark: string;
  /** In bytes. */
  readonly size: number;
}

/** Where backups lie: outside of IndexedDB, and outside of the second home. */
export interface BackupShelf {
  /** Newest first; what is no backup, or was not written to its end, is not listed. */
  readonly list: () => Promise<readonly BackupFile[]>;
  /** Writes a whole file or none. */
  readonly write: (name: string, content: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<void>;
  readonly read: (name: string) => Promise<Blob>;
  readonly remove: (name: string) => Promise<void>;
}

const namePattern = /^backup-(\d+)-v(\d+)-([0-9a-z.]+)\.gz$/;

/** @example backupName({ at: 5, version: 4, mark: '7.12' }) // 'backup-5-v4-7.12.gz' */
export function backupName({ at, version, mark }: Omit<BackupFile, 'name' | 'size'>): string {
  return `backup-${at}-v${version}-${mark}.gz`;
}

export function parseBackupName(name: string): Omit<BackupFile, 'size'> | undefined {
  const [, at, version, mark] = namePattern.exec(name) ?? [];
  if (mark === undefined) return undefined;
  return { name, at: Number(at), version: Number(version), mark };
}

/** A name that may come from a message. */
export const backupNameSchema = v.pipe(v.string(), v.maxLength(100), v.regex(namePattern));

const FOLDER = 'backups';

/** Backups in the origin's private file system, whose files are files of the profile. */
export function createPrivateShelf(): BackupShelf {
  const folder = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(FOLDER, { create: true });
  };
  return {
    async list() {
      const found: BackupFile[] = [];
      for await (const [name, handle] of (await folder()).entries()) {
        const parsed = parseBackupName(name);
        if (parsed === undefined || !(handle instanceof FileSystemFileHandle)) continue;
        const { size } = await handle.getFile();
        if (size > 0) found.push({ ...parsed, size });
      }
      return found.sort((a, b) => b.at - a.at);
    },
    async write(name, content) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      // A writable writes beside the file and takes its place when it is closed.
      const writable = await handle.createWritable();
      try {
        await content.pipeTo(writable);
      } catch (cause) {
        await (await folder()).removeEntry(name).catch(() => undefined);
        throw cause;
      }
    },
    read: async (name) => (await (await folder()).getFileHandle(name)).getFile(),
    remove: async (name) => (await folder()).removeEntry(name),
  };
}
