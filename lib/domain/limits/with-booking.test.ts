import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/instant';
import { NOW, senderId } from '@/test/support/builders';
import { BUCKET, type LimitBucket } from './bucket';
import { busiestDay } from './rolling-limit';
import { withBooking } from './with-booking';

const ME = senderId('sender-1');

test('the first booking of five minutes begins a bucket', () => {
  expect(withBooking([], ME, NOW + 4 * MINUTE + 1)).toEqual([
    { senderId: ME, start: NOW, sent: 0, scheduled: 1, minutes: [0, 0, 0, 0, 1] },
  ]);
});

test('another one is added to it, and what was there stays as it was', () => {
  const before: LimitBucket = {
    senderId: ME,
    start: NOW,
    sent: 2,
    scheduled: 1,
    minutes: [2, 1, 0, 0, 0],
  };

  expect(withBooking([before], ME, NOW + MINUTE)).toEqual([
    { ...before, scheduled: 2, minutes: [2, 2, 0, 0, 0] },
  ]);
  expect(before.minutes).toEqual([2, 1, 0, 0, 0]);
});

test('every booking counts once, wherever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20 * BUCKET), { maxLength: 30 }), (shifts) => {
      const booked = shifts.reduce<readonly LimitBucket[]>(
        (buckets, shift) => withBooking(buckets, ME, NOW + shift),
        [],
      );

      expect(busiestDay(booked, NOW)).toBe(shifts.length);
      expect(new Set(booked.map(({ start }) => start)).size).toBe(booked.length);
      const minutes = booked.flatMap((bucket) => bucket.minutes);
      expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(shifts.length);
    }),
  );
});
