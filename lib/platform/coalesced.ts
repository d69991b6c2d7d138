/**
 * Makes a refresh safe to ask for at any moment: one runs at a time, and however often it is asked
 * for meanwhile, it runs once more at the end. So a late answer never overwrites a newer one.
 */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  const loop = async () => {
    do {
      again = false;
      await run();
    } while (again);
  };

  return () => {
    again = running !== undefined;
    running ??= loop().finally(() => {
      running = undefined;
    });
    return running;
  };
}
