import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isExtensionAlive, notifyWorker } from '@/lib/rpc/notify-worker';
import { startGate } from '@/lib/sites/gate';

declare global {
  /** Of our isolated world, unseen by the page: lets a second gate in a tab end the first. */
  var sequenceOverlayGate: AbortController | undefined;
}

// Not a content-script entrypoint: WXT's context for those brings the polyfill, several times the
// size of the gate. The worker registers this file by hand, see `design.md`.
export default defineUnlistedScript(() => {
  globalThis.sequenceOverlayGate?.abort();
  const end = new AbortController();
  globalThis.sequenceOverlayGate = end;
  startGate({
    document,
    request: (site) => notifyWorker('page.recognized', { site }),
    isAlive: isExtensionAlive,
    signal: end.signal,
  });
});
