import type { ZoneChoice } from '@/components/options/zone-choice';
import { zoneLabel } from '@/lib/i18n/zone-label';
import type { Instant } from '@/lib/time/instant';
import { parseZone, type Zone } from '@/lib/time/zone';

/** Where this computer says it is. One without a named zone (rare: an offset) counts as UTC. */
export function machineZone(): Zone {
  const zone = parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? parseZone('UTC');
  if (zone === undefined) throw new Error('This browser knows no time zones');
  return zone;
}

/** Every zone of this browser, and the current one even where the list leaves its name out. */
export function zoneChoices(current: Zone, now: Instant): readonly ZoneChoice[] {
  const listed = Intl.supportedValuesOf('timeZone').flatMap((name) => parseZone(name) ?? []);
  const zones = listed.includes(current) ? listed : [current, ...listed];
  const year = new Date(now).getUTCFullYear();
  return zones.map((zone) => ({ value: zone, label: zoneLabel(zone, year) }));
}
