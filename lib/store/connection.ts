import type { Database } from './schema';

/** Hands out one open connection, and a new one after the browser took the old one away. */
export interface Connection {
  readonly get: () => Promise<Database>;
}

/** @param open `openDatabase`, or `openCurrent` where the database is only read */
export function createConnection(
  open: (options: { readonly onGone: () => void }) => Promise<Database>,
): Connection {
  let current: Promise<Database> | undefined;
  const forget = () => {
    current = undefined;
  };
  return {
    get() {
      current ??= open({ onGone: forget }).catch((cause: unknown) => {
        forget();
        throw cause;
      });
      return current;
    },
  };
}
