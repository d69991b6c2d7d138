import type { WorkerDeps } from '@/lib/background/deps';
import type { Progress } from '@/lib/platform/progress';
import type { BackupRestored } from '@/lib/rpc/backup-views';
import type { Parsed } from '@/lib/rpc/protocol';
import type { BackupShelf } from '@/lib/store/backup/backup-shelf';
import { mergeBackup } from '@/lib/store/backup/merge-backup';
import { readBackup } from '@/lib/store/backup/read-backup';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow, wakingRows } from '@/lib/store/outbox';
import { writeAtOnce } from '@/lib/store/write-at-once';

export type RestoreDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'changed' | 'wake'> & {
  readonly shelf: BackupShelf;
  readonly progress: Progress;
};

/** Brings back what the database does not have, and wakes whoever has waited for it. */
export async function restoreBackup(
  deps: RestoreDeps,
  { name }: Parsed<'backup.restore'>,
): Promise<BackupRestored> {
  const files = await deps.shelf.list();
  if (!files.some((file) => file.name === name)) return { kind: 'unreadable' };
  const backup = await readBackup(await deps.shelf.read(name));
  if (backup.kind !== 'backup') return backup;
  const database = await deps.connection.get();
  const merged = await mergeBackup(database, backup, deps.progress.tell);
  const now = deps.clock.now();
  await writeAtOnce(database, ['outbox', 'journal', 'meta'], async (tx) => {
    for (const row of await wakingRows(tx, Number.MAX_SAFE_INTEGER, 10_000)) {
      if (row.waiting !== 'stopped') continue;
      const { waiting: _over, ...rest } = row;
      await putOutboxRow(tx, { ...rest, wakeAt: Math.max(now, row.dueAt) });
    }
    await tx.objectStore('meta').delete('loss');
    await appendJournal(tx, {
      at: now,
      code: 'backupRestored',
      actor: 'person',
      params: { from: backup.at, ...merged },
    });
  });
  deps.changed();
  await deps.wake.at(now);
  return { kind: 'restored', at: backup.at, damaged: backup.damaged, ...merged };
}

/** The rep has seen what was lost. */
export async function dismissLoss({
  connection,
  changed,
}: Pick<WorkerDeps, 'connection' | 'changed'>): Promise<void> {
  await writeAtOnce(await connection.get(), ['meta'], (tx) =>
    tx.objectStore('meta').delete('loss'),
  );
  changed();
}
