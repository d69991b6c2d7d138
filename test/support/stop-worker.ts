import type { BrowserContext } from 'playwright-core';

/**
 * Stops the extension's worker as the browser does when it is idle or short of memory: at once, in
 * the middle of whatever it does. Resolves when it is really gone; the next event starts it anew.
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scope = `chrome-extension://${extensionId}/`;
  const running = new Set<string>();
  let seen: () => void = () => undefined;
  let gone: () => void = () => undefined;
  const listed = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const stopped = new Promise<void>((resolve) => {
    gone = resolve;
  });
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) {
      if (!version.scriptURL.startsWith(scope)) continue;
      if (version.runningStatus === 'stopped') running.delete(version.versionId);
      else running.add(version.versionId);
    }
    seen();
    if (running.size === 0) gone();
  });

  await session.send('ServiceWorker.enable');
  await listed;
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await page.close();
}
