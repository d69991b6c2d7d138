import { storage } from 'wxt/utils/storage';

/**
 * Origins the rep once switched on. What is granted now is the browser's to say; the difference
 * between the two tells a site that was taken back from one that was never chosen.
 */
export const chosenSitesItem = storage.defineItem<readonly string[]>('local:chosenSites', {
  fallback: [],
  version: 1,
});

export interface ChosenSites {
  readonly read: () => Promise<readonly string[]>;
  readonly add: (origins: readonly string[]) => Promise<void>;
  readonly forget: (origins: readonly string[]) => Promise<void>;
}

export function createChosenSites(): ChosenSites {
  const read = () => chosenSitesItem.getValue();
  return {
    read,
    add: async (origins) => {
      const before = await read();
      const fresh = origins.filter((origin) => !before.includes(origin));
      if (fresh.length > 0) await chosenSitesItem.setValue([...before, ...fresh]);
    },
    forget: async (origins) => {
      const before = await read();
      await chosenSitesItem.setValue(before.filter((origin) => !origins.includes(origin)));
    },
  };
}
