import type { Zone } from '@/lib/time/zone';
import { zoneOffset } from '@/lib/time/zone-offset';

/**
 * A zone for a list: its name and how far it is from UTC, in summer too where that differs.
 *
 * @example zoneLabel(warsaw, 2026) // 'Europe/Warsaw (UTC+1, +2)'
 */
export function zoneLabel(zone: Zone, year: number): string {
  const { january, july } = zoneOffset(zone, year);
  const offsets = january === july ? hours(january) : `${hours(january)}, ${hours(july)}`;
  return `${zone.replaceAll('_', ' ')} (UTC${offsets})`;
}

/** @example hours(-210) // '−3:30' */
function hours(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}
