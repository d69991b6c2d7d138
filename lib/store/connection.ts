import { type Database, openDatabase } from './database';

/** Hands out one open connection, and a new one after the browser took the old one away. */
export interface Connection {
  readonly get: () => Promise<Database>;
}

export function createConnection(open = openDatabase): Connection {
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
