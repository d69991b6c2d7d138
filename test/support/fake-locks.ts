/**
 * Web Locks of one life of the worker. The browser frees a dead worker's locks; so does a new one
 * of these. Only what the product uses: exclusive locks in the order of asking.
 */
export function createFakeLocks(): LockManager {
  const tails = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const callback = rest.at(-1);
    if (typeof callback !== 'function') throw new TypeError('expected a callback');
    const before = tails.get(name) ?? Promise.resolve();
    const run = before.then(() => callback({ name, mode: 'exclusive' }));
    tails.set(
      name,
      run.catch(() => undefined),
    );
    return run;
  };
  return { request: request as LockManager['request'], query: async () => ({}) };
}
