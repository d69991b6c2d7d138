import type { Connection } from '@/lib/store/connection';
import type { Database } from '@/lib/store/schema';

/** Requests that a worker waits for; what it asks of a transaction besides takes no time. */
const REQUESTS = new Set<string | symbol>([
  'get',
  'getAll',
  'add',
  'put',
  'delete',
  'openCursor',
  'openKeyCursor',
]);

const NEVER = new Promise<never>(() => undefined);

/**
 * The disk as a worker reaches it that is killed at its n-th request, in the middle of whatever it
 * does: the open transaction is taken back, and nothing ever comes back to it. When the n-th thing
 * it waits for is the end of a transaction, that one is on disk and the worker never learns it.
 */
export function dyingConnection(
  disk: () => Promise<Database>,
  requests: number,
): { readonly connection: Connection; readonly died: Promise<void> } {
  const death = Promise.withResolvers<void>();
  let left = requests;
  const isDead = () => left <= 0;
  /** Is this the last one? */
  const dies = () => {
    left -= 1;
    if (left === 0) death.resolve();
    return left <= 0;
  };

  function store<Store extends object>(target: Store, abort: () => void): Store {
    return new Proxy(target, {
      get(_target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: readonly unknown[]) => {
          if (REQUESTS.has(name) && dies()) {
            abort();
            return NEVER;
          }
          const result: unknown = Reflect.apply(member, target, given);
          return name === 'index' && isObject(result) ? store(result, abort) : result;
        };
      },
    });
  }

  function transaction<Tx extends { readonly abort: () => void }>(target: Tx): Tx {
    const abort = () => {
      try {
        target.abort();
      } catch {
        // It was over already.
      }
    };
    // That it was taken back is nobody's to hear.
    const done: unknown = Reflect.get(target, 'done', target);
    if (done instanceof Promise) done.catch(() => undefined);
    return new Proxy(target, {
      get(_target, name) {
        if (name === 'done' && isDead()) return NEVER;
        const member: unknown = Reflect.get(target, name, target);
        if (name === 'done') return member instanceof Promise ? ending(member) : member;
        if (typeof member !== 'function') return member;
        return (...given: readonly unknown[]) => {
          const result: unknown = Reflect.apply(member, target, given);
          return name === 'objectStore' && isObject(result) ? store(result, abort) : result;
        };
      },
    });
  }

  /** On disk whatever happens; whether the worker learns of it is another matter. */
  async function ending(done: Promise<unknown>): Promise<unknown> {
    const result = await done;
    return dies() ? NEVER : result;
  }

  return {
    died: death.promise,
    connection: {
      async get() {
        if (isDead()) return NEVER;
        const database = await disk();
        return new Proxy(database, {
          get(_target, name) {
            const member: unknown = Reflect.get(database, name, database);
            if (typeof member !== 'function') return member;
            return (...given: readonly unknown[]) => {
              const result: unknown = Reflect.apply(member, database, given);
              return name === 'transaction' && isTransaction(result) ? transaction(result) : result;
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

function isTransaction(value: unknown): value is { readonly abort: () => void } {
  return isObject(value) && 'abort' in value && typeof value.abort === 'function';
}
