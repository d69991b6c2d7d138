import type { Person } from '@/lib/domain/contact/person';
import type { Rpc } from '@/lib/rpc/client';
import type { PageIdentity } from '@/lib/sites/adapter';
import { createDebounce } from './debounce';
import { samePeople } from './same-people';

export interface VisitReport {
  /** What the page shows now. Lists, and pages of several people, are nobody's visit. */
  readonly note: (page: PageIdentity, people: readonly Person[]) => void;
  /** The page moved on: coming back is another visit. */
  readonly leave: () => void;
}

/** A rep who only passes by has not visited, and a page that is still loading says too little. */
const STAYED_MS = 2_000;
/** As much of an address as the message takes. */
const MOST = 500;

/**
 * Tells the worker whose record or conversation was opened, once per visit. Host and path only:
 * the rest of an address may hold somebody's secrets.
 */
export function createVisitReport(
  rpc: Pick<Rpc, 'page.visited'>,
  { site, document, signal }: { site: string; document: Document; signal: AbortSignal },
): VisitReport {
  let told: string | undefined;
  let shown: { readonly key: string; readonly person: Person } | undefined;
  const report = createDebounce(
    () => {
      if (!shown || told === shown.key) return;
      told = shown.key;
      const { host, pathname } = document.location;
      const { person } = shown;
      // A lost visit is no harm: nothing that the rep sees depends on it.
      rpc['page.visited']({ person, site, url: (host + pathname).slice(0, MOST) }).catch(
        () => undefined,
      );
    },
    { ms: STAYED_MS, signal },
  );
  return {
    note({ kind, key }, people) {
      const [person] = people;
      const isVisit = (kind === 'record' || kind === 'thread') && people.length === 1;
      const next = isVisit && person ? { key, person } : undefined;
      // Pages change all the time; only what is new about the person makes us wait again.
      const isNew = next && !(shown && shown.key === key && samePeople([shown.person], people));
      shown = next;
      if (isNew && told !== key) report.schedule();
    },
    leave() {
      report.cancel();
      told = shown = undefined;
    },
  };
}
