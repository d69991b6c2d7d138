import * as v from 'valibot';
import type { BackupRestored } from './backup-views';
import { message, OWN_PAGES } from './define';

/** Messages about backups; for our own pages only. */
export const backupMessages = {
  /** Backs up now. `false` when nothing has changed since the last one. */
  'backup.create': message<boolean>()({ from: OWN_PAGES, input: v.object({}) }),
  /** Brings back what the database does not have from a backup that lies on the shelf. */
  'backup.restore': message<BackupRestored>()({
    from: OWN_PAGES,
    input: v.object({ name: v.pipe(v.string(), v.regex(/^backup-[0-9a-z.-]{1,90}$/)) }),
  }),
  /** The rep has seen that the database was lost. */
  'loss.dismiss': message<void>()({ from: OWN_PAGES, input: v.object({}) }),
};
