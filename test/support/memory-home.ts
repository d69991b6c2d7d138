import type { SecondHome } from '@/lib/store/home/second-home';

const NEVER = new Promise<never>(() => undefined);

/** What may happen to one write. */
export type HomeFault =
  /** The worker dies, and nothing was written. */
  | 'diesBefore'
  /** It was written, and the worker never learns of it. */
  | 'diesAfter'
  /** The disk is full. */
  | 'fails';

export interface MemoryHome extends SecondHome {
  /** As JSON, because that is what the real one keeps. */
  readonly stored: Map<string, string>;
  /** Keys of every write, in order. */
  readonly writes: (readonly string[])[];
}

/** The second home in memory; `faultAt(n)` says what happens to the n-th write, counted from 1. */
export function createMemoryHome(
  faultAt: (write: number) => HomeFault | undefined = () => undefined,
): MemoryHome {
  const stored = new Map<string, string>();
  const writes: (readonly string[])[] = [];
  return {
    stored,
    writes,
    async read(keys) {
      const found = keys.flatMap((key): [string, unknown][] => {
        const text = stored.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text)]];
      });
      return Object.fromEntries(found);
    },
    keys: async () => [...stored.keys()],
    async write(entries) {
      writes.push(Object.keys(entries));
      const fault = faultAt(writes.length);
      if (fault === 'diesBefore') return NEVER;
      if (fault === 'fails') throw new DOMException('The disk is full', 'QuotaExceededError');
      for (const [key, value] of Object.entries(entries)) stored.set(key, JSON.stringify(value));
      if (fault === 'diesAfter') return NEVER;
    },
  };
}
