import type { BulkDeps } from '@/lib/background/bulk/run-bulks';
import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import { noteConnection } from '@/lib/background/senders/note-connection';
import type { Person } from '@/lib/domain/contact/person';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { createLocalEngine } from '@/lib/engines/local/create-local-engine';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { createConnection } from '@/lib/store/connection';
import { openDatabase } from '@/lib/store/database';
import { createHomedConnection } from '@/lib/store/home/homed-connection';
import type { SecondHome } from '@/lib/store/home/second-home';
import type { Database } from '@/lib/store/schema';
import { putSender } from '@/lib/store/senders';
import { addSequenceVersion } from '@/lib/store/sequences';
import type { Instant } from '@/lib/time/instant';
import { aSender, aSequence, countingIds, NOW } from './builders';
import { createFakeLocks } from './fake-locks';
import { createProviderModel, type ProviderModel } from './provider-model';

/** A rep's worker and what outlives it: the disk, the mailbox and the time. */
export interface WorkerWorld {
  now: Instant;
  settings: Settings;
  readonly provider: ProviderModel;
  /** Under which name its database is on the disk. */
  readonly name: string;
  /** When somebody asked to be woken. */
  readonly wakes: Instant[];
  readonly database: () => Promise<Database>;
  /**
   * A worker as after a start of the browser. It dies when it reaches for the disk once more than
   * `reaches`: that request never comes back, as nothing does in a killed worker.
   */
  readonly life: (options?: { readonly reaches: number }) => BulkDeps;
}

export interface WorldContent {
  /** Where writes are followed; nowhere unless told. */
  readonly home?: SecondHome;
  readonly senders?: readonly Sender[];
  readonly sequences?: readonly Sequence[];
}

export async function createWorkerWorld(content: WorldContent = {}): Promise<WorkerWorld> {
  const { senders = [aSender()], sequences = [aSequence()], home } = content;
  const name = `worker-${crypto.randomUUID()}`;
  const open = (options: { readonly onGone: () => void }) => openDatabase({ ...options, name });
  const disk = createConnection(open);
  const ids = countingIds();
  const provider = createProviderModel(() => undefined);
  const wakes: Instant[] = [];
  const tx = (await disk.get()).transaction(
    ['senders', 'sequences', 'sequenceVersions'],
    'readwrite',
  );
  for (const sender of senders) await putSender(tx, sender);
  for (const sequence of sequences) await addSequenceVersion(tx, sequence);
  await tx.done;

  const clock = { now: () => world.now };
  const world: WorkerWorld = {
    name,
    now: NOW,
    settings: { ...DEFAULT_SETTINGS, undoSeconds: 10, coolOffDays: 0 },
    provider,
    wakes,
    database: disk.get,
    life({ reaches } = { reaches: Number.POSITIVE_INFINITY }) {
      let left = reaches;
      const own = home ? createHomedConnection(open, { home, clock, ids }) : disk;
      const get = () => (left-- > 0 ? own.get() : new Promise<never>(() => undefined));
      const base = {
        connection: { get },
        clock,
        changed: () => undefined,
        mailboxOf: () => provider.mailbox,
        ids,
        settings: async () => world.settings,
      };
      const locks = createFakeLocks();
      const report = (_where: string, cause: unknown) => {
        throw cause;
      };
      const engine = createLocalEngine({
        ...base,
        locks,
        random: () => 0.5,
        readMail: (sender, signal) =>
          watchMailbox(
            { ...base, exit: (id, reason) => exitEnrollment(base, id, reason) },
            sender,
            signal,
          ),
        noteConnection: (sender, failure) => noteConnection(base, sender, failure),
        unsubscribeLine: () => 'Reply "unsubscribe".',
        report,
      });
      return {
        ...base,
        engine,
        locks,
        wake: {
          ensureTick: async () => undefined,
          at: async (instant) => {
            wakes.push(instant);
          },
          onWake: () => undefined,
        },
        log: { unexpected: report },
      };
    },
  };
  return world;
}

/** So many people, each at a company of their own unless told. */
export function somePeople(
  count: number,
  at = (index: number) => `c${index}.example.com`,
): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Person ${index}`,
    emails: [`person${index}@${at(index)}`],
    zone: 'Europe/Warsaw',
    properties: {},
  }));
}

/** Lets dead workers be dead: whatever can still happen has happened after these turns. */
export async function turns(count = 30): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
