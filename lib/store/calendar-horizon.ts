import type { LocalDate } from '@/lib/time/local-date';
import type { ReadTx } from './transaction';

/**
 * Up to which day the holidays of every country are known.
 *
 * @returns `undefined` when they never were, or were not written to the end
 */
export async function calendarHorizon(
  tx: ReadTx<'calendars' | 'meta'>,
): Promise<LocalDate | undefined> {
  const [rows, zones] = await Promise.all([
    tx.objectStore('calendars').getAll(),
    // Written with the last of the calendars.
    tx.objectStore('meta').get('zoneCountries'),
  ]);
  if (zones === undefined) return undefined;
  return rows
    .filter(({ id }) => id !== 'own')
    .map(({ until }) => until)
    .reduce<LocalDate | undefined>(
      (least, until) => (least === undefined || until < least ? until : least),
      undefined,
    );
}
