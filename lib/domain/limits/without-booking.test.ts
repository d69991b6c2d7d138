import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOW, senderId } from '@/test/support/builders';
import { BUCKET, type LimitBucket } from './bucket';
import { withBooking } from './with-booking';
import { withoutBooking } from './without-booking';

const ME = senderId('sender-1');
const byStart = (buckets: readonly LimitBucket[]) =>
  buckets
    .filter(({ sent, scheduled }) => sent + scheduled > 0)
    .toSorted((a, b) => a.start - b.start);

test('taking a booking away is the opposite of adding it', () => {
  const shift = fc.nat(20 * BUCKET);
  fc.assert(
    fc.property(fc.array(shift, { maxLength: 20 }), shift, (shifts, one) => {
      const before = shifts.reduce<readonly LimitBucket[]>(
        (buckets, other) => withBooking(buckets, ME, NOW + other),
        [],
      );

      const after = withoutBooking(withBooking(before, ME, NOW + one), {
        at: NOW + one,
        as: 'scheduled',
      });

      expect(byStart(after)).toEqual(byStart(before));
    }),
  );
});

test('an email that is not counted takes nothing away', () => {
  const buckets = withBooking([], ME, NOW);

  expect(withoutBooking(buckets, { at: NOW, as: 'sent' })).toEqual(buckets);
  expect(withoutBooking(buckets, { at: NOW + BUCKET, as: 'scheduled' })).toEqual(buckets);
});
