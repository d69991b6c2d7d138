import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { claimPage } from '@/lib/overlay/one-life';
import { startOverlay } from '@/lib/overlay/start-overlay';
import { rpc } from '@/lib/rpc/client';
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
    const isAlive = () => browser.runtime?.id !== undefined;
    const adapter = adapterFor(new URL(location.href));
    if (!adapter) return;
    const life = claimPage({ document, signal: ctx.signal, isAlive });
    if (!life) return;
    startOverlay({
      document,
      adapter,
      rpc,
      clock: systemClock,
      css,
      isAlive,
      onTabMessage,
      refreshPage: () => location.reload(),
      life,
    });
  },
});
