import * as v from 'valibot';
import type { PagePerson, PageState } from '@/components/popup/page-state';
import { type Person, personSchema } from '@/lib/domain/contact/person';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';
import type { ActiveTab } from '@/lib/platform/active-tab';
import { covers, hostOf, originOf } from '@/lib/platform/origin-pattern';
import type { SitePermissions } from '@/lib/platform/site-permissions';
import type { Rpc } from '@/lib/rpc/client';

/** A list page can show hundreds; the popup is for the one or few in front of the rep. */
const SHOWN = 4;

/** The overlay runs beside a page that may be hostile, so its report is parsed like any other. */
const reportSchema = v.object({
  site: v.string(),
  people: v.array(personSchema),
});

export interface PageReading {
  readonly state: PageState;
  /** The tab that was read and the origin that would have to be granted. */
  readonly tabId?: number;
  readonly origin?: string;
}

interface PageDeps {
  readonly tab: ActiveTab;
  readonly permissions: SitePermissions;
  readonly rpc: Pick<Rpc, 'contact.status'>;
}

/** Finds out who is on the page behind the popup and how each of them stands. */
export async function readPage({ tab, permissions, rpc }: PageDeps): Promise<PageReading> {
  const current = await tab.current();
  const origin = originOf(current?.url ?? '');
  if (current === undefined || origin === undefined) {
    return {
      state: {
        kind: current?.url.startsWith('http:') ? 'insecure' : 'restricted',
      },
    };
  }
  const place = { tabId: current.id, origin };
  const host = hostOf(origin);
  if (!covers(await permissions.granted(), origin)) {
    return { ...place, state: { kind: 'siteOff', host, refused: false } };
  }
  const report = v.safeParse(
    reportSchema,
    await tab.ask(current.id, { to: 'overlay', kind: 'report' }),
  );
  if (!report.success) return { ...place, state: { kind: 'silent', host } };
  const { people } = report.output;
  if (people.length === 0) return { ...place, state: { kind: 'nobody', host } };
  const shown = people.slice(0, SHOWN);
  const statuses = await rpc['contact.status']({ people: shown });
  const rows = shown.map((person, index): PagePerson => {
    const address = person.emails[0];
    return {
      key: keyOf(person, index),
      name: person.name,
      ...(address !== undefined && { address }),
      status: statuses[index] ?? { kind: 'unknown' },
    };
  });
  return {
    ...place,
    state: { kind: 'people', people: rows, more: people.length - shown.length },
  };
}

function keyOf(person: Person, index: number): string {
  return person.ref ? siteRefKey(person.ref) : (person.emails[0] ?? String(index));
}
