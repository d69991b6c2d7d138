import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import type { ConnectDeps } from '@/lib/background/senders/connect-mailbox';
import { noteConnection } from '@/lib/background/senders/note-connection';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { createLocalEngine } from '@/lib/engines/local/create-local-engine';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import type { Calendar } from '@/lib/mailboxes/calendars/calendar';
import type { Mailbox, MailboxFailure } from '@/lib/mailboxes/mailbox';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { createConnection } from '@/lib/store/connection';
import { type Database, openDatabase } from '@/lib/store/database';
import { putSender } from '@/lib/store/senders';
import { addSequenceVersion } from '@/lib/store/sequences';
import type { Instant } from '@/lib/time/instant';
import { aSender, aSequence, countingIds, NOW } from './builders';
import { createFakeLocks } from './fake-locks';
import { memoryVault } from './memory-vault';
import { createProviderModel, type ProviderModel } from './provider-model';

export interface UseCaseWorld {
  now: Instant;
  settings: Settings;
  /** What every sender's mailbox is; the model of a provider unless a test says otherwise. */
  mailbox: Mailbox;
  /** What every sender's calendar is; nobody has one unless a test says so. */
  calendar: Calendar | undefined;
  readonly provider: ProviderModel;
  readonly deps: ConnectDeps;
  /** When the worker asked to be woken. */
  readonly wakes: Instant[];
  readonly unexpected: unknown[];
  /** How often surfaces were told to ask again. */
  readonly changes: () => number;
  readonly readMail: (sender: Sender) => Promise<MailboxFailure | undefined>;
  readonly database: () => Promise<Database>;
}

/** The worker's real use cases over a real (in-memory) database; only the outside is a model. */
export async function createUseCaseWorld(
  options: {
    readonly senders?: readonly Sender[];
    readonly sequences?: readonly Sequence[];
    readonly outside?: Partial<Pick<ConnectDeps, 'fetch' | 'identity'>>;
  } = {},
): Promise<UseCaseWorld> {
  const name = `worker-${crypto.randomUUID()}`;
  const connection = createConnection((more) => openDatabase({ ...more, name }));
  const provider = createProviderModel(() => undefined);
  const wakes: Instant[] = [];
  const unexpected: unknown[] = [];
  let changes = 0;
  const base = {
    connection,
    clock: { now: () => world.now },
    changed: () => {
      changes += 1;
    },
    mailboxOf: () => world.mailbox,
    ids: countingIds(),
    settings: async () => world.settings,
  };
  const locks = createFakeLocks();
  const readMail = (sender: Sender, signal = new AbortController().signal) =>
    watchMailbox(
      {
        ...base,
        calendarOf: () => world.calendar,
        exit: (id, reason) => exitEnrollment(base, id, reason),
      },
      sender,
      signal,
    );
  const world: UseCaseWorld = {
    now: NOW,
    settings: { ...DEFAULT_SETTINGS, undoSeconds: 10, coolOffDays: 0 },
    mailbox: provider.mailbox,
    calendar: undefined,
    provider,
    wakes,
    unexpected,
    changes: () => changes,
    readMail,
    database: () => connection.get(),
    deps: {
      ...base,
      locks,
      engine: createLocalEngine({
        ...base,
        locks,
        random: () => 0.5,
        readMail,
        noteConnection: (sender, failure) => noteConnection(base, sender, failure),
        unsubscribeLine: () => 'Reply "unsubscribe".',
        report: (_what, cause) => unexpected.push(cause),
      }),
      wake: {
        ensureTick: async () => undefined,
        at: async (instant) => void wakes.push(instant),
        onWake: () => undefined,
      },
      log: { unexpected: (_where, cause) => unexpected.push(cause) },
      vault: memoryVault(),
      fetch:
        options.outside?.fetch ?? (() => Promise.reject(new Error('no network in this world'))),
      identity: options.outside?.identity ?? {
        redirectUri: () => 'https://extension.chromiumapp.org/',
        signIn: async () => ({ kind: 'cancelled' }),
      },
    },
  };
  const tx = (await connection.get()).transaction(
    ['senders', 'sequences', 'sequenceVersions'],
    'readwrite',
  );
  for (const sender of options.senders ?? [aSender()]) await putSender(tx, sender);
  for (const sequence of options.sequences ?? [forColleagues()])
    await addSequenceVersion(tx, sequence);
  await tx.done;
  return world;
}

/** Everything an enrollment touches, for comparing before and after. */
export async function touched(world: UseCaseWorld) {
  const database = await world.database();
  const [contacts, claims, enrollments, outbox, limits, heads, journal] = await Promise.all([
    database.getAll('contacts'),
    database.getAll('claims'),
    database.getAll('enrollments'),
    database.getAll('outbox'),
    database.getAll('limits'),
    database.getAll('sequences'),
    database.getAll('journal'),
  ]);
  return { contacts, claims, enrollments, outbox, limits, heads, journal };
}

/** Everybody in these tests is at example.com, which is not what they are about. */
function forColleagues(): Sequence {
  const sequence = aSequence();
  return { ...sequence, settings: { ...sequence.settings, sameCompany: 'allow' } };
}
