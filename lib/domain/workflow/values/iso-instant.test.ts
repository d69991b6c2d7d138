import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumberOf } from './day-number';
import { isoInstant } from './iso-instant';

test('every day of the calendar has its number, and no other day has one', () => {
  const wrong: string[] = [];
  for (const year of [0, 1, 4, 100, 400, 1582, 1899, 1900, 1970, 2000, 2026, 2028, 2100, 9999]) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = [String(year).padStart(4, '0'), month, day]
          .map((part) => String(part).padStart(2, '0'))
          .join('-');
        const midnight = Date.parse(`${text}T00:00:00Z`);
        const isReal = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
        if (!Object.is(dayNumberOf(text), isReal ? midnight / 86_400_000 : Number.NaN)) {
          wrong.push(text);
        }
      }
    }
  }

  expect(wrong).toEqual([]);
});

test('an instant is what Date reads, however it is written', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
      fc.constantFrom('Z', 'z', '+00:00', '+05:30', '-11:00', '+14:00'),
      fc.constantFrom(16, 19, 20, 22, 23),
      (date, offset, length) => {
        // Cut off at the minute, the second, or some place of the fraction.
        const cut = date.toISOString().slice(0, length === 20 ? 19 : length);
        const text = `${cut}${offset}`;

        expect(isoInstant(text)).toBe(Date.parse(text));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  '2026-11-24T09:00:00.000',
  '2026-11-24T09:00',
  '2026-11-24 09:00:00Z',
  '2026-11-24T24:00:00.000Z',
  '2026-11-24T09:60:00.000Z',
  '2026-11-24T09:00:60.000Z',
  '2026-11-24T09:00:0a.000Z',
  '2026-11-24T09:00:00.00aZ',
  '2026-11-24T09:00:00+25:00',
  '2026-11-24T09:00:00+0530',
  '2026-02-30T09:00:00.000Z',
  '2026-11-24',
  '2026/11/24T09:00:00.000Z',
  '+02026-11-24T09:00:00Z',
  '',
])('%j is no instant', (text) => {
  expect(isoInstant(text)).toBeNaN();
});
