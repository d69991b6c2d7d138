import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * Origins the rep once switched on. What is granted now is the browser's to say; the difference
 * between the two tells a site that was taken back from one that was never chosen.
 *
 * Read and written without `wxt/utils/storage`: that is 3 kB gzipped which the popup opens faster
 * without. The shape carries its own number.
 */
export interface ChosenSites {
  readonly read: () => Promise<readonly string[]>;
  readonly add: (origins: readonly string[]) => Promise<void>;
  readonly forget: (origins: readonly string[]) => Promise<void>;
}

const KEY = 'chosenSites';

const storedSchema = v.object({ version: v.literal(1), origins: v.array(v.string()) });

export function createChosenSites(): ChosenSites {
  const read = async () => {
    const stored = v.safeParse(storedSchema, (await browser.storage.local.get(KEY))[KEY]);
    return stored.success ? stored.output.origins : [];
  };
  const write = async (origins: readonly string[]) => {
    const stored: v.InferOutput<typeof storedSchema> = { version: 1, origins: [...origins] };
    await browser.storage.local.set({ [KEY]: stored });
  };
  return {
    read,
    add: async (origins) => {
      const before = await read();
      const fresh = origins.filter((origin) => !before.includes(origin));
      if (fresh.length > 0) await write([...before, ...fresh]);
    },
    forget: async (origins) => {
      const before = await read();
      await write(before.filter((origin) => !origins.includes(origin)));
    },
  };
}
