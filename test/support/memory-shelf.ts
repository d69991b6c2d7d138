import { type BackupShelf, parseBackupName } from '@/lib/store/backup/backup-shelf';

/** A shelf of backups in memory. */
export function createMemoryShelf(): BackupShelf & { readonly files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  return {
    files,
    list: async () =>
      [...files]
        .flatMap(([name, { size }]) => {
          const parsed = parseBackupName(name);
          return parsed ? [{ ...parsed, size }] : [];
        })
        .sort((a, b) => b.at - a.at),
    write: async (name, content) => {
      files.set(name, await new Response(content).blob());
    },
    read: async (name) => {
      const file = files.get(name);
      if (file === undefined) throw new DOMException(name, 'NotFoundError');
      return file;
    },
    remove: async (name) => {
      files.delete(name);
    },
  };
}
