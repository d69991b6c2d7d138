import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackupWork } from '@/components/options/backups/backups-section';
import type { Note } from '@/components/options/note';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { onProgress } from '@/lib/platform/progress';
import type { Rpc } from '@/lib/rpc/client';
import type { BackupFile, BackupShelf } from '@/lib/store/backup/backup-shelf';
import { backupName } from '@/lib/store/backup/backup-shelf';
import type { Clock } from '@/lib/time/clock';

export interface BackupsDeps {
  readonly rpc: Pick<Rpc, 'backup.create' | 'backup.restore' | 'loss.dismiss'>;
  readonly shelf: BackupShelf;
  readonly onProgress: typeof onProgress;
  readonly saveBlob: (name: string, content: Blob) => void;
  readonly clock: Clock;
  readonly say: (note: Note) => void;
}

export interface BackupsModel {
  /** Newest first; `undefined` until they were read. */
  readonly files: ReadonlySignal<readonly BackupFile[] | undefined>;
  readonly work: ReadonlySignal<BackupWork>;
  readonly refresh: () => Promise<void>;
  readonly create: () => Promise<void>;
  readonly restore: (name: string) => Promise<void>;
  readonly save: (name: string) => Promise<void>;
  /** Restores a backup that the rep has kept as a file. */
  readonly bring: (file: Blob) => Promise<void>;
  readonly dismissLoss: () => Promise<void>;
}

/** The file of a rep lies on the shelf only while it is read; this is not a mark of ours. */
const BROUGHT = 'brought';

/** The last automatic backups, and what the rep can do with them. */
export function createBackupsModel(deps: BackupsDeps): BackupsModel {
  const { rpc, shelf, say } = deps;
  const files = signal<readonly BackupFile[]>();
  const work = signal<BackupWork>({ kind: 'idle' });

  const refresh = async () => {
    const all = await shelf.list().catch(() => []);
    files.value = all.filter(({ mark }) => mark !== BROUGHT);
  };

  /** One thing at a time, and whatever goes wrong is said. */
  const during = async (now: BackupWork, act: () => Promise<void>) => {
    if (work.peek().kind !== 'idle') return;
    work.value = now;
    const ended = new AbortController();
    deps.onProgress((done, total) => {
      if (now.kind === 'restoring') work.value = { kind: 'restoring', done, total };
    }, ended.signal);
    try {
      await act();
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      ended.abort();
      work.value = { kind: 'idle' };
      await refresh();
    }
  };

  const restoring = { kind: 'restoring', done: 0, total: 0 } as const;
  const restore = async (name: string) => {
    const outcome = await rpc['backup.restore']({ name });
    if (outcome.kind !== 'restored') {
      say({ tone: 'bad', text: t(`backups.${outcome.kind}`) });
      return;
    }
    const { contacts, sequences, enrollments, workflows, tasks } = outcome;
    const text = t('backups.restored', [
      String(contacts),
      String(sequences),
      String(enrollments),
      String(workflows),
      String(tasks),
    ]);
    say({ tone: 'good', text });
  };

  return {
    files,
    work,
    refresh,
    create: () =>
      during({ kind: 'creating' }, async () => {
        const isNew = await rpc['backup.create']({});
        say({ tone: 'good', text: t(isNew ? 'backups.created' : 'backups.unchanged') });
      }),
    restore: (name) => during(restoring, () => restore(name)),
    save: (name) =>
      during({ kind: 'idle' }, async () => deps.saveBlob(name, await shelf.read(name))),
    bring: (file) =>
      during(restoring, async () => {
        const name = backupName({ at: deps.clock.now(), version: 1, mark: BROUGHT });
        await shelf.write(name, bytesOf(file));
        try {
          await restore(name);
        } finally {
          await shelf.remove(name);
        }
      }),
    dismissLoss: async () => {
      await rpc['loss.dismiss']({}).catch((cause: unknown) => say(failureNote(cause)));
    },
  };
}

function bytesOf(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  return file.stream();
}
