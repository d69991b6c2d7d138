import { browser } from 'wxt/browser';

/**
 * Where the mirror lives: a place that does not die with IndexedDB. Values are JSON; what comes back
 * is `unknown`, because storage is a border like any other.
 */
export interface SecondHome {
  /** The values of these keys; a key that is not there is left out. */
  readonly read: (keys: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  /** Every key, of whatever else lives here as well. */
  readonly keys: () => Promise<readonly string[]>;
  /** Writes all of them or none, and resolves when they are written. */
  readonly write: (entries: Readonly<Record<string, unknown>>) => Promise<void>;
}

/**
 * The second home in `storage.local`: a LevelDB of its own, in another folder of the profile than
 * IndexedDB's. One `set` is one write batch there, so its keys change together.
 */
export const browserHome: SecondHome = {
  read: (keys) => browser.storage.local.get([...keys]),
  async keys() {
    const { local } = browser.storage;
    // Not in every browser that we run on, and not in the types.
    if ('getKeys' in local && typeof local.getKeys === 'function') {
      const keys: unknown = await local.getKeys();
      if (Array.isArray(keys)) return keys.map(String);
    }
    return Object.keys(await local.get(null));
  },
  write: (entries) => browser.storage.local.set({ ...entries }),
};
