/** How many calls run at once: as many as Graph allows an app per mailbox; far below Gmail's limit. */
const BATCH = 4;

/** Maps in order, a few at a time. Stops early once `enough` says so. */
export async function inBatches<In, Out>(
  items: readonly In[],
  map: (item: In) => Promise<Out>,
  enough: (results: readonly Out[]) => boolean = () => false,
): Promise<readonly Out[]> {
  const results: Out[] = [];
  for (let at = 0; at < items.length && !enough(results); at += BATCH) {
    results.push(...(await Promise.all(items.slice(at, at + BATCH).map(map))));
  }
  return results;
}
