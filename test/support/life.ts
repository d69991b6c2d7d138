import type { Connection } from '@/lib/store/connection';
import type { Database } from '@/lib/store/schema';

/** Requests that a worker waits for. */
const REQUESTS = new Set<string | symbol>([
  'get',
  'getAll',
  'add',
  'put',
  'delete',
  'openCursor',
  'openKeyCursor',
]);

export const NEVER = new Promise<never>(() => undefined);

/** A store as a dead worker finds it: it never answers. */
const DEAD: object = new Proxy(
  {},
  { get: (_target, name) => () => (name === 'index' ? DEAD : NEVER) },
);

/** One life of the worker: nothing comes back to a dead one, and what it had begun is taken back. */
export interface Life {
  readonly isDead: () => boolean;
  readonly died: Promise<void>;
  readonly die: () => void;
  /** The disk as this worker reaches it. */
  readonly connection: Connection;
  /** What it waits for comes only while it lives. */
  readonly living: <T>(promise: Promise<T>) => Promise<T>;
}

export interface LifeOptions {
  readonly disk: () => Promise<Database>;
  /** Called wherever the worker is about to wait, or has just waited. It may kill the worker. */
  readonly atPoint: (what: string) => void;
  /** Called for each row that is written. */
  readonly onWrite?: (store: string, row: unknown) => void;
  /** Called for each row of a transaction that is on disk, whatever became of its worker. */
  readonly onCommit?: (store: string, row: unknown) => void;
}

interface Open {
  readonly abort: () => void;
  readonly written: [store: string, row: unknown][];
}

export function createLife({ disk, atPoint, onWrite, onCommit }: LifeOptions): Life {
  const death = Promise.withResolvers<void>();
  const open = new Set<Open>();
  let dead = false;
  const living = <T>(promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      promise.then(
        (value) => dead || resolve(value),
        (cause: unknown) => dead || reject(cause),
      );
    });

  function reached(what: string): boolean {
    if (!dead) atPoint(what);
    return !dead;
  }

  /** A store, an index or a cursor: everything that answers requests. */
  function asker<Target extends object>(target: Target, store: string, running: Open): Target {
    return new Proxy(target, {
      get(_target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: readonly unknown[]) => {
          if (dead) return name === 'index' ? DEAD : NEVER;
          const isRequest = REQUESTS.has(name) || name === 'continue';
          if (isRequest && !reached(`${store}.${String(name)}`)) return NEVER;
          if (name === 'put' || name === 'add') {
            onWrite?.(store, given[0]);
            running.written.push([store, given[0]]);
          }
          const result: unknown = Reflect.apply(member, target, given);
          if (name === 'index' && isObject(result)) return asker(result, store, running);
          if (!(result instanceof Promise)) return result;
          const isCursor = name === 'openCursor' || name === 'openKeyCursor' || name === 'continue';
          return living(isCursor ? result.then((found) => cursor(found, store, running)) : result);
        };
      },
    });
  }

  function cursor(found: unknown, store: string, running: Open): unknown {
    return isObject(found) ? asker(found, store, running) : found;
  }

  function transaction<Tx extends object>(target: Tx): Tx {
    const abort: unknown = Reflect.get(target, 'abort', target);
    const done: unknown = Reflect.get(target, 'done', target);
    if (typeof abort !== 'function' || !(done instanceof Promise)) return target;
    const running: Open = { abort: () => Reflect.apply(abort, target, []), written: [] };
    open.add(running);
    const over = () => open.delete(running);
    done.then(() => {
      over();
      for (const [store, row] of running.written) onCommit?.(store, row);
    }, over);
    return new Proxy(target, {
      get(_target, name) {
        if (name === 'done')
          return living(done.then((result) => (reached('done') ? result : NEVER)));
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: readonly unknown[]) => {
          if (dead) return name === 'objectStore' ? DEAD : NEVER;
          const result: unknown = Reflect.apply(member, target, given);
          const isStore = name === 'objectStore' && isObject(result);
          return isStore ? asker(result, String(given[0]), running) : result;
        };
      },
    });
  }

  return {
    isDead: () => dead,
    died: death.promise,
    living,
    die() {
      dead = true;
      for (const { abort } of open) {
        try {
          abort();
        } catch {
          // It was over already.
        }
      }
      death.resolve();
    },
    connection: {
      async get() {
        if (dead) return NEVER;
        const database = await disk();
        return new Proxy(database, {
          get(_target, name) {
            const member: unknown = Reflect.get(database, name, database);
            if (typeof member !== 'function') return member;
            return (...given: readonly unknown[]) => {
              if (dead)
                return name === 'transaction'
                  ? { objectStore: () => DEAD, done: NEVER, abort: () => undefined }
                  : NEVER;
              const result: unknown = Reflect.apply(member, database, given);
              return name === 'transaction' && isObject(result) ? transaction(result) : result;
            };
          },
        });
      },
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
