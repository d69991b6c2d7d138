import { expect, test } from 'vitest';
import { MINUTE } from './instant';
import { parseZone } from './zone';
import { zoneOffset } from './zone-offset';

const zones = Intl.supportedValuesOf('timeZone').flatMap((name) => parseZone(name) ?? []);

/** What the browser itself says. */
function offsetAt(zone: string, iso: string): number {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return at.offsetNanoseconds / 1e6 / MINUTE;
}

test.each([
  2025, 2026, 2027,
])('the offsets of every zone in %i are those of the browser', (year) => {
  const wrong = zones.filter((zone) => {
    const { january, july } = zoneOffset(zone, year);
    return (
      january !== offsetAt(zone, `${year}-01-15T12:00Z`) ||
      july !== offsetAt(zone, `${year}-07-15T12:00Z`)
    );
  });

  expect(zones.length).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});
