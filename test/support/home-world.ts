import { enroll } from '@/lib/background/enrolling/enroll';
import type { Example } from '@/lib/store/examples/example';
import { migrations } from '@/lib/store/migrations/migrations';
import { senderId, sequenceId } from './builders';
import { dumpDatabase, loadExample } from './load-example';
import { createMemoryHome, type HomeFault, type MemoryHome } from './memory-home';
import { createWorkerWorld, somePeople, turns, type WorkerWorld } from './worker-world';

/** A worker with both homes, and the ways in which one of them is lost. */
export interface HomeWorld {
  readonly world: WorkerWorld;
  readonly home: MemoryHome;
  /** Enrolls the n-th of some people in a life of its own. */
  readonly enroll: (index: number) => Promise<Awaited<ReturnType<typeof enroll>>>;
  /** Sends what is due, in a life of its own. Resolves also when that life hangs. */
  readonly send: () => Promise<void>;
  /** The rep connects the mailbox again. */
  readonly reconnect: () => Promise<void>;
  readonly wipe: () => Promise<void>;
  readonly dump: () => Promise<Example>;
  /** Puts an older copy of the database back. */
  readonly rollBack: (to: Example) => Promise<void>;
}

export async function createHomeWorld(
  faultAt?: (write: number) => HomeFault | undefined,
): Promise<HomeWorld> {
  const home = createMemoryHome(faultAt);
  const world = await createWorkerWorld({ home });
  const people = somePeople(20);
  const wipe = async () => {
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(world.name);
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  };
  return {
    world,
    home,
    wipe,
    async reconnect() {
      const tx = (await world.life().connection.get()).transaction(
        ['senders', 'outbox'],
        'readwrite',
      );
      for (const sender of await tx.objectStore('senders').getAll()) {
        await tx.objectStore('senders').put({ ...sender, connection: 'connected' });
      }
      for (const row of await tx.objectStore('outbox').getAll()) {
        if (row.waiting === 'expired') {
          await tx.objectStore('outbox').put({ ...row, wakeAt: Math.max(row.dueAt, world.now) });
        }
      }
      await tx.done;
    },
    enroll(index) {
      const person = people[index];
      if (person === undefined) throw new Error(`there is no person ${index}`);
      return enroll(world.life(), {
        person,
        sequenceId: sequenceId('sequence-1'),
        senderId: senderId('sender-1'),
        placeholders: {},
        accepted: ['recentlyEnrolled'],
      });
    },
    async send() {
      const ended = world.life().engine.runDue(new AbortController().signal);
      await Promise.race([ended, turns(400)]);
    },
    dump: async () => (await dumpDatabase(world.name)).stores,
    async rollBack(to) {
      await wipe();
      await loadExample(world.name, migrations, to);
    },
  };
}
