import { effect, untracked } from '@preact/signals';
import type { PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import { findPlace, type Place } from '@/lib/sites/place-host';
import type { Bulk } from './bulk';
import type { Placer } from './placer';
import { createTickedPeople } from './ticked-people';

interface FollowTicksDeps {
  readonly document: Document;
  readonly adapter: SiteAdapter;
  readonly bulk: Bulk;
  readonly placer: Placer;
  readonly signal: AbortSignal;
}

export interface FollowTicks {
  /** This list may have other ticks now, and another place for the bar. Names what is missing. */
  readonly look: (page: PageIdentity) => readonly string[];
  /** The page shows no list. */
  readonly leave: () => void;
}

const FLOATING: Place = { level: 'floating', missing: [] };

/** Reads who is ticked, tells the bulk, and keeps its bar where the site keeps its own. */
export function followTicks(deps: FollowTicksDeps): FollowTicks {
  const { document, adapter, bulk, placer, signal } = deps;
  const ticked = createTickedPeople(document, adapter);
  let page: PageIdentity | undefined;

  const place = (): readonly string[] => {
    if (!bulk.isNeeded.peek()) return [];
    const found = page ? findPlace(document, adapter.anchors(page)) : FLOATING;
    placer.place(found);
    // Some bars of sites are there only while something is ticked.
    return bulk.selection.peek().people.length > 0 ? found.missing : [];
  };
  const dispose = effect(() => {
    if (bulk.isNeeded.value) untracked(place);
    else placer.remove();
  });
  signal.addEventListener('abort', dispose, { once: true });

  return {
    look: (next) => {
      page = next;
      bulk.select(ticked.read(next));
      return place();
    },
    leave: () => {
      page = undefined;
      ticked.forget();
      bulk.select({ people: [] });
      place();
    },
  };
}
