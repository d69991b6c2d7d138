import type { SiteLine } from '@/components/options/site-line';
import { covers, hostOf } from '@/lib/platform/origin-pattern';

/** Every site, as far as its permission goes. */
export const EVERYWHERE = 'https://*/*';

interface SitesInput {
  readonly known: readonly {
    readonly id: string;
    readonly name: string;
    readonly origins: readonly string[];
  }[];
  readonly chosen: readonly string[];
  readonly granted: readonly string[];
}

/** The known sites in their order, then the rep's own addresses, each with what the browser says. */
export function siteLines({ known, chosen, granted }: SitesInput): readonly SiteLine[] {
  const own = [...new Set([...chosen, ...granted])]
    .filter((origin) => origin.startsWith('https://') && origin !== EVERYWHERE)
    .filter((origin) => !known.some((site) => covers(site.origins, origin)))
    .sort();
  const sites = [
    ...known,
    ...own.map((origin) => ({
      id: origin,
      name: hostOf(origin),
      origins: [origin],
    })),
  ];
  return sites.map((site) => {
    const wanted = chosen.filter((origin) => covers(site.origins, origin));
    const given = granted.filter((origin) => covers(site.origins, origin));
    const isTakenBack = wanted.some((origin) => !covers(granted, origin));
    const isOn = given.length > 0 || site.origins.every((origin) => covers(granted, origin));
    return {
      ...site,
      hosts: site.origins.map(hostOf),
      state: isTakenBack ? 'takenBack' : isOn ? 'on' : 'off',
      removable: given.length > 0 || isTakenBack,
    };
  });
}
