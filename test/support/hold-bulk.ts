import type { Page } from 'playwright-core';

/**
 * Waits until a bulk has done so many, and keeps the database busy from then on: between two batches
 * the worker has to wait, however fast it is. Resolves once it waits, with the way to let it go on.
 */
export async function holdBulk(page: Page, done: number): Promise<() => Promise<void>> {
  const hold = await page.evaluateHandle(holdInPage, done);
  return async () => {
    await hold.evaluate(({ release }) => release());
    await hold.dispose();
  };
}

/** Runs in the page: a transaction lives as long as something is asked of it. */
async function holdInPage(done: number) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('sequence-overlay');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tryOnce = () =>
    new Promise<(() => Promise<unknown>) | undefined>((resolve, reject) => {
      const tx = database.transaction('bulkRuns', 'readwrite');
      const over = new Promise((end) => {
        tx.oncomplete = end;
      });
      let isHeld = true;
      const release = () => {
        isHeld = false;
        return over.finally(() => database.close());
      };
      tx.onabort = () => reject(tx.error);
      const ask = () => {
        const runs = tx.objectStore('bulkRuns').getAll();
        runs.onsuccess = () => {
          const [run] = runs.result.sort((one, other) => other.createdAt - one.createdAt);
          if (run?.next >= done && run.state === 'running') resolve(release);
          else if (run?.next >= done)
            reject(new Error('the bulk was over before it could be held'));
          else {
            isHeld = false;
            resolve(undefined);
          }
          if (isHeld) ask();
        };
      };
      ask();
    });
  for (;;) {
    const release = await tryOnce();
    if (release) return { release };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
