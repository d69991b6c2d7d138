import type { Sender } from '@/lib/domain/sender/sender';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { engineOver } from './engine-over';
import { createWorld, type World } from './engine-world';
import { createLife, type Life, NEVER } from './life';

/** What becomes of the request during which a worker dies. */
export type Fate = 'lost' | 'arrives';

/** When a worker dies: at the n-th thing that it waits for. */
export interface Death {
  readonly at: number;
  readonly fate: Fate;
}

/** A provider on this machine, and what it did. */
export interface CrashProvider {
  readonly sender: Partial<Sender>;
  readonly fetch: typeof globalThis.fetch;
  readonly mailbox: (fetch: typeof globalThis.fetch, now: () => number) => Mailbox;
  /** The keys of what left, and of the drafts that are there. */
  readonly sent: () => readonly string[];
  readonly drafts: () => number;
}

export interface CrashWorld extends World {
  /** A worker that works on what is due, to its end or its death; tells how often it waited. */
  readonly work: (death?: Death) => Promise<{ readonly points: number; readonly last: string }>;
}

/** One due email, the real engine and a real adapter; workers may die wherever they wait. */
export async function createCrashWorld(provider: CrashProvider): Promise<CrashWorld> {
  const world = await createWorld({ sender: provider.sender });
  return {
    ...world,
    get now() {
      return world.now;
    },
    set now(instant) {
      world.now = instant;
    },
    async work(death) {
      let points = 0;
      let last = '';
      const atPoint = (what: string) => {
        points += 1;
        last = what;
        if (points === death?.at) life.die();
      };
      const life = createLife({ disk: world.connection.get, atPoint });
      const fetch = mortalFetch(provider.fetch, { life, atPoint, fate: death?.fate ?? 'lost' });
      const mailbox = provider.mailbox(fetch, () => world.now);
      const run = engineOver({
        connection: life.connection,
        now: () => world.now,
        mailbox: mailbox,
      }).runDue(new AbortController().signal);
      await Promise.race([run, life.died]);
      return { points, last };
    },
  };
}

function mortalFetch(
  fetch: typeof globalThis.fetch,
  of: {
    readonly life: Life;
    readonly atPoint: (what: string) => void;
    readonly fate: Fate;
  },
): typeof globalThis.fetch {
  const { life, atPoint, fate } = of;
  return async (input, init) => {
    if (life.isDead()) return NEVER;
    const name = `${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`;
    atPoint(`→ ${name}`);
    if (life.isDead()) {
      if (fate === 'arrives') await fetch(input, init);
      return NEVER;
    }
    const response = await fetch(input, init);
    if (!life.isDead()) atPoint(`← ${name}`);
    return life.isDead() ? NEVER : response;
  };
}
