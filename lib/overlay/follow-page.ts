import type { Rpc } from '@/lib/rpc/client';
import type { PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import { findPlace } from '@/lib/sites/place-host';
import { watchPage } from '@/lib/sites/watch-page';
import type { OverlayHost } from './create-host';
import { createDriftReport } from './drift-report';
import type { FollowTicks } from './follow-ticks';
import { createHoverRow } from './hover-row';
import type { OverlayModel } from './model';
import type { Placer } from './placer';
import { createVisitReport } from './visit-report';

interface FollowPageDeps {
  readonly document: Document;
  readonly adapter: SiteAdapter;
  readonly rpc: Pick<Rpc, 'page.drifted' | 'page.visited'>;
  readonly model: OverlayModel;
  readonly placer: Placer;
  readonly ticks: FollowTicks;
  readonly overlayHost: OverlayHost;
  readonly signal: AbortSignal;
}

/** Reads the page whenever it shows something else, tells the model, and puts the control there. */
export function followPage(deps: FollowPageDeps): { readonly refresh: () => void } {
  const { document, adapter, rpc, model, placer, ticks, overlayHost, signal } = deps;
  const drift = createDriftReport(rpc, adapter.id, signal);
  const visits = createVisitReport(rpc, { site: adapter.id, document, signal });
  const isPinned = () => model.panel.peek().kind !== 'closed';
  const rows = createHoverRow({
    document,
    adapter,
    host: overlayHost.host,
    place: placer.placeOverRows,
    show: model.show,
    ask: (people) => void model.statuses.askNew(people),
    isPinned,
    signal,
  });

  const showOne = (page: PageIdentity) => {
    rows.stop();
    ticks.leave();
    const { people, drift: unread } = adapter.read(document, page);
    const place = findPlace(document, adapter.anchors(page));
    drift.note(page.key, [...unread, ...place.missing]);
    // On any other site an overlay that has nobody to speak of would only be in the way.
    if (people.length === 0 && adapter.kind === 'any') return hide();
    placer.place(place);
    model.show(people);
    visits.note(page, people);
  };
  const showRows = (page: PageIdentity) => {
    drift.note(page.key, ticks.look(page));
    rows.start(page);
    rows.refresh();
  };
  const hide = () => {
    rows.stop();
    ticks.leave();
    // The page is about to throw away what we stand in; an open popover must not go with it.
    if (isPinned()) placer.placeOverRows();
    model.show(undefined);
  };

  watchPage({
    document,
    adapter,
    signal,
    onChange: (change) => {
      if (change.kind !== 'changed') visits.leave();
      if (change.kind === 'left' || change.page === undefined) hide();
      else if (change.page.kind === 'list') showRows(change.page);
      else showOne(change.page);
    },
  });
  return { refresh: rows.refresh };
}
