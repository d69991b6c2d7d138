import { defineContentScript } from 'wxt/utils/define-content-script';
import { claimPage } from '@/lib/overlay/one-life';
import { startOverlay } from '@/lib/overlay/start-overlay';
import { rpc } from '@/lib/rpc/client';
import { isExtensionAlive } from '@/lib/rpc/notify-worker';
import { onTabMessage } from '@/lib/rpc/tab-listener';
import { adapterFor } from '@/lib/sites/registry';
import { systemClock } from '@/lib/time/clock';
import css from './overlay.css?inline';

/** Injected by the worker once the gate has recognized a page; `matches` stays empty for that. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main(ctx) {
    const adapter = adapterFor(new URL(location.href));
    if (!adapter) return;
    const life = claimPage({ document, signal: ctx.signal, isAlive: isExtensionAlive });
    if (!life) return;
    startOverlay({
      document,
      adapter,
      rpc,
      clock: systemClock,
      css,
      isAlive: isExtensionAlive,
      onTabMessage,
      refreshPage: () => location.reload(),
      life,
    });
  },
});
