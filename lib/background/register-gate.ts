import { browser } from 'wxt/browser';

const GATE = { id: 'gate', file: '/gate.js' } as const;
const LOCK = 'sequence-overlay-gate';

/**
 * Puts the gate on exactly the hosts that the rep has granted. Dynamic registrations are lost when
 * the extension is updated, so this runs at every start of the worker and changes only what differs.
 *
 * One at a time: the start of the worker, an update and a grant come together, and of two that find
 * nothing registered the second would be refused.
 */
export async function registerGate(locks: Pick<LockManager, 'request'>): Promise<void> {
  await locks.request(LOCK, bringUpToDate);
}

async function bringUpToDate(): Promise<void> {
  const origins = await grantedOrigins();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [GATE.id] });
  const known = registered?.matches ?? [];
  if (sameSet(known, origins)) return;
  if (registered !== undefined)
    await browser.scripting.unregisterContentScripts({ ids: [GATE.id] });
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: GATE.id,
      js: [GATE.file.slice(1)],
      matches: [...origins],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

/** Open tabs of granted hosts get the gate at once: nobody should have to reload their CRM. */
export async function injectGateIntoOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      await browser.scripting.executeScript({
        target: { tabId: id, frameIds: [0] },
        files: [GATE.file],
      });
    }),
  );
}

export async function grantedOrigins(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^https?:/.test(origin));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
