import { type BackupDeps, backUpDaily } from '@/lib/background/backup/back-up';
import type { RestoreDeps } from '@/lib/background/backup/restore-backup';
import { runBulks } from '@/lib/background/bulk/run-bulks';
import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import type { ConnectDeps } from '@/lib/background/senders/connect-mailbox';
import { calendarOf } from '@/lib/background/senders/mailbox-access';
import { mailboxOf as mailboxesOf } from '@/lib/background/senders/mailbox-of';
import { noteConnection } from '@/lib/background/senders/note-connection';
import { refreshSenders } from '@/lib/background/senders/refresh-senders';
import { emptyDeletedSequences } from '@/lib/background/sequences/empty-deleted-sequences';
import { remind } from '@/lib/background/tasks/remind';
import { moveAway } from '@/lib/background/time/move-away';
import { runWorkflows } from '@/lib/background/workflows/run-workflows';
import { createLocalEngine } from '@/lib/engines/local/create-local-engine';
import type { EngineDeps } from '@/lib/engines/local/deps';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import { t } from '@/lib/i18n/t';
import { showPausedBadge } from '@/lib/platform/badge';
import { announceChange } from '@/lib/platform/changes';
import { browserIdentity } from '@/lib/platform/identity';
import { consoleLog } from '@/lib/platform/log';
import { browserNotifications } from '@/lib/platform/notifications';
import { browserProgress } from '@/lib/platform/progress';
import { createWake } from '@/lib/platform/wake';
import { readSettings } from '@/lib/settings/settings';
import { createPrivateShelf } from '@/lib/store/backup/backup-shelf';
import { openDatabase } from '@/lib/store/database';
import { createHomedConnection } from '@/lib/store/home/homed-connection';
import { browserHome } from '@/lib/store/home/second-home';
import { createSecretShelf } from '@/lib/store/secrets';
import { readPausedAll } from '@/lib/store/standing';
import { createTokenVault } from '@/lib/store/token-vault';
import { systemClock } from '@/lib/time/clock';
import { sendDue } from './send-due';
import { tidy } from './tidy';

export type Worker = ConnectDeps &
  BackupDeps &
  RestoreDeps & {
    /** Goes on with every bulk that is not over. Never throws. */
    readonly workOnBulks: () => Promise<void>;
    /** Lets workflows see what has happened, and goes on with who is in them. Never throws. */
    readonly workOnWorkflows: () => Promise<void>;
    /** Marks the toolbar button while nothing leaves. Never throws. */
    readonly showPaused: () => Promise<void>;
    /** One wake: send what is due, look for answers. Never throws; the unexpected is logged. */
    readonly tick: (options?: { readonly readAll: boolean }) => Promise<void>;
  };

/** Builds everything the worker needs. Holds no state: what it remembers is in the database. */
export function createWorker(signal: AbortSignal): Worker {
  const clock = systemClock;
  const log = consoleLog;
  const ids = { next: () => crypto.randomUUID() };
  const changed = () => {
    announceChange().catch((cause: unknown) => log.unexpected('announceChange', cause));
  };
  const connection = createHomedConnection(openDatabase, {
    home: browserHome,
    clock,
    ids,
    restored: changed,
  });
  const vault = createTokenVault({ shelf: createSecretShelf(connection), clock });
  const access = {
    fetch: globalThis.fetch.bind(globalThis),
    clock,
    vault,
    locks: navigator.locks,
    settings: readSettings,
    identity: browserIdentity,
  };
  const mailboxOf = mailboxesOf({ ...access, connection });
  const base = { connection, clock, changed, mailboxOf, ids, settings: readSettings };
  const readMail: EngineDeps['readMail'] = (sender, stop) =>
    watchMailbox(
      {
        ...base,
        calendarOf: calendarOf(access),
        exit: (id, reason) => exitEnrollment(base, id, reason),
      },
      sender,
      stop,
    );
  const engine = createLocalEngine({
    ...base,
    locks: navigator.locks,
    random: Math.random,
    readMail,
    noteConnection: (sender, failure) => noteConnection(base, sender, failure),
    unsubscribeLine: () => t('email.unsubscribe'),
    report: log.unexpected,
  });
  const wake = createWake(clock.now);
  const deps = {
    ...base,
    ...access,
    engine,
    wake,
    log,
    home: browserHome,
    shelf: createPrivateShelf(),
    progress: browserProgress,
  };
  const workOnBulks = () => guarded('runBulks', runBulks(deps, signal));
  const workOnWorkflows = () => guarded('runWorkflows', runWorkflows(deps, signal));
  return {
    ...deps,
    workOnBulks,
    workOnWorkflows,
    showPaused: () => guarded('showPaused', showPaused()),
    async tick(options = { readAll: false }) {
      await Promise.all([
        workOnBulks(),
        guarded('emptyDeletedSequences', emptyDeletedSequences(deps)),
        guarded('sendDue', sendDue({ ...deps, readMail }, signal, options)),
      ]);
      // After the others: what they have done is what workflows wait for.
      await workOnWorkflows();
      await guarded('moveAway', moveAway(deps));
      await guarded('refreshSenders', refreshSenders(deps, signal));
      await guarded('remind', remind({ ...deps, notifications: browserNotifications }));
      await guarded('tidy', tidy(deps));
      await guarded('backUp', backUpDaily(deps));
    },
  };

  async function showPaused(): Promise<void> {
    const tx = (await connection.get()).transaction('meta');
    await showPausedBadge((await readPausedAll(tx)) !== undefined);
  }

  async function guarded(what: string, work: Promise<unknown>): Promise<void> {
    await work.catch((cause: unknown) => log.unexpected(what, cause));
  }
}
