import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { SiteLine } from '@/components/options/site-line';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import { covers, hostOf } from '@/lib/platform/origin-pattern';
import type { SitePermissions } from '@/lib/platform/site-permissions';
import type { ChosenSites } from '@/lib/settings/chosen-sites';
import { parseSiteAddress } from './parse-site-address';
import { EVERYWHERE, siteLines } from './site-lines';

export interface SitesDeps {
  readonly knownSites: readonly {
    readonly id: string;
    readonly name: string;
    readonly origins: readonly string[];
  }[];
  readonly permissions: SitePermissions;
  readonly chosenSites: ChosenSites;
  readonly say: (note: Note) => void;
}

export interface SitesModel {
  readonly lines: ReadonlySignal<readonly SiteLine[]>;
  readonly everywhere: ReadonlySignal<boolean>;
  /** Ids of the sites that are ticked and not switched on yet. */
  readonly picked: ReadonlySignal<readonly string[]>;
  readonly address: ReadonlySignal<string>;
  readonly error: ReadonlySignal<string | undefined>;
  readonly refresh: () => Promise<void>;
  readonly toggle: (id: string) => void;
  readonly type: (address: string) => void;
  readonly switchOn: () => Promise<void>;
  readonly switchOnAgain: (site: SiteLine) => Promise<void>;
  readonly remove: (site: SiteLine) => Promise<void>;
}

/** "Where do you work?" The browser grants; here is only remembered what was wanted. */
export function createSitesModel(deps: SitesDeps): SitesModel {
  const { permissions, chosenSites, say } = deps;
  const granted = signal<readonly string[]>([]);
  const chosen = signal<readonly string[]>([]);
  const picked = signal<readonly string[]>([]);
  const address = signal('');
  const error = signal<string>();
  const lines = computed(() =>
    siteLines({
      known: deps.knownSites,
      chosen: chosen.value,
      granted: granted.value,
    }),
  );

  const refresh = coalesced(async () => {
    const now = await permissions.granted();
    // Granted from the popup or in the browser: chosen as well, or its loss would go unnoticed.
    await chosenSites.add(now.filter((o) => o.startsWith('https://') && o !== EVERYWHERE));
    chosen.value = await chosenSites.read();
    granted.value = now;
  });

  /** Nothing may be awaited before the request, or the browser no longer sees a click. */
  const ask = async (origins: readonly string[]): Promise<boolean> => {
    const answer = await permissions.request(origins).catch(() => undefined);
    if (answer === undefined) say({ tone: 'bad', text: t('options.sites.askFailed') });
    else if (!answer) say({ tone: 'warn', text: t('options.sites.refused') });
    else {
      await chosenSites.add(origins);
      const names = lines
        .peek()
        .filter((line) => line.origins.every((origin) => covers(origins, origin)));
      const others = origins.filter((o) => !names.some((line) => covers(line.origins, o)));
      const all = [...names.map((line) => line.name), ...others.map(hostOf)];
      say({
        tone: 'good',
        text: t('options.sites.switchedOn', [all.join(', ')]),
      });
      await refresh();
    }
    return answer === true;
  };

  const wanted = (): readonly string[] | undefined => {
    const sites = lines.peek().filter((line) => picked.peek().includes(line.id));
    const typed = parseSiteAddress(address.peek());
    const origins = sites.flatMap((line) => line.origins);
    if (typed.kind === 'empty' && origins.length > 0) return origins;
    if (typed.kind === 'empty') error.value = t('options.sites.chooseOne');
    else if (typed.kind !== 'ok') error.value = t(`options.sites.failure.${typed.kind}`);
    else if (covers(granted.peek(), typed.origin)) {
      error.value = t('options.sites.failure.alreadyThere');
    } else return [...origins, typed.origin];
    return undefined;
  };

  return {
    lines,
    everywhere: computed(() => covers(granted.value, EVERYWHERE)),
    picked,
    address,
    error,
    refresh,
    toggle: (id) => {
      error.value = undefined;
      const before = picked.peek();
      picked.value = before.includes(id) ? before.filter((p) => p !== id) : [...before, id];
    },
    type: (text) => {
      error.value = undefined;
      address.value = text;
    },
    switchOn: async () => {
      const origins = wanted();
      if (origins === undefined || !(await ask(origins))) return;
      picked.value = [];
      address.value = '';
    },
    switchOnAgain: async (site) => {
      const gone = chosen.peek().filter((origin) => covers(site.origins, origin));
      await ask(gone.length > 0 ? gone : site.origins);
    },
    remove: async (site) => {
      const own = (origins: readonly string[]) => origins.filter((o) => covers(site.origins, o));
      const given = own(granted.peek());
      const wantedBefore = own(chosen.peek());
      // Forgotten first: the browser's own notice of the removal must not read as "taken back".
      await chosenSites.forget(wantedBefore);
      const removed = given.length === 0 || (await permissions.remove(given).catch(() => false));
      if (!removed) await chosenSites.add(wantedBefore);
      say(
        removed
          ? { tone: 'good', text: t('options.sites.removed', [site.name]) }
          : { tone: 'bad', text: t('options.sites.notRemoved') },
      );
      await refresh();
    },
  };
}
