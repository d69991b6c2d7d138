import { h, render } from 'preact';
import type { PageReport, TabMessage } from '@/lib/rpc/tab-protocol';
import type { SiteAdapter } from '@/lib/sites/adapter';
import type { Clock } from '@/lib/time/clock';
import { createPopoverAnchor } from './anchor-popover';
import { type BulkRpc, createBulk } from './bulk';
import { BulkOverlayView } from './bulk-overlay-view';
import { createClickGuard } from './click-guard';
import { createHost } from './create-host';
import { followPage } from './follow-page';
import { followTicks } from './follow-ticks';
import { keepPresence } from './keep-presence';
import { learnFarewell } from './learn-farewell';
import { leaveWhenOrphaned } from './leave-when-orphaned';
import { createOverlayModel, type OverlayRpc } from './model';
import { watchOrphaned } from './orphaned';
import { OverlayView } from './overlay-view';
import { createPlacer } from './placer';
import { tickingNow } from './ticking-now';

export interface OverlayDeps {
  readonly document: Document;
  readonly adapter: SiteAdapter;
  readonly rpc: OverlayRpc & BulkRpc;
  readonly clock: Clock;
  readonly css: string;
  /** False once the extension was updated, switched off or removed. */
  readonly isAlive: () => boolean;
  readonly onTabMessage: (
    handler: (message: TabMessage) => PageReport | undefined,
    signal: AbortSignal,
  ) => void;
  readonly refreshPage: () => void;
  /** Everything ends with it, and ends it when the person dismisses the orphan. */
  readonly life: AbortController;
}

/** Starts the overlay in a page and keeps it in step with the page and with what is stored. */
export function startOverlay(deps: OverlayDeps): void {
  const { document, adapter, rpc, clock, life } = deps;
  const end = life.signal;
  learnFarewell();
  const model = createOverlayModel({ rpc, clock, signal: end });
  const bulk = createBulk({ rpc, isHidden: () => document.hidden, signal: end });
  const overlayHost = createHost(document, deps.css, end);
  const placer = createPlacer(overlayHost, end);
  // A host of its own: the other one wanders over rows, and this one stands in the site's own bar.
  const bulkHost = createHost(document, deps.css, end);
  const bulkPlacer = createPlacer(bulkHost, end);
  const time = tickingNow(clock, end);
  const ticks = followTicks({ document, adapter, bulk, placer: bulkPlacer, signal: end });
  const shared = { document, adapter, rpc, model, placer, overlayHost, ticks };
  const page = followPage({ ...shared, signal: end });

  deps.onTabMessage((message) => {
    switch (message.kind) {
      case 'report':
        return { site: adapter.id, people: model.people.peek() ?? [] };
      case 'changed':
        time.update();
        model.refresh();
        bulk.refresh();
        page.refresh();
        return undefined;
      case 'open':
        model.open();
        return undefined;
    }
  }, end);

  for (const [View, { root }, { placement }] of [
    [OverlayView, overlayHost, placer],
    [BulkOverlayView, bulkHost, bulkPlacer],
  ] as const) {
    const anchor = createPopoverAnchor(window, end);
    const guard = createClickGuard(end);
    const shared = { model, bulk, now: time.now, life, refreshPage: deps.refreshPage };
    render(h(View, { ...shared, placement, anchor, guard }), root);
    end.addEventListener('abort', () => render(null, root), { once: true });
  }

  keepPresence({ model, placer, host: overlayHost.host, signal: end });
  watchOrphaned({ document, isAlive: deps.isAlive, onOrphaned: model.orphan, signal: end });
  leaveWhenOrphaned({ model, bulk, life });
  void bulk.run.recall();
}
