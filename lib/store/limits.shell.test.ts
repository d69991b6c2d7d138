import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { BUCKET, bucketOf } from '@/lib/domain/limits/bucket';
import { useOf } from '@/lib/domain/limits/rolling-limit';
import { DAY, HOUR, MINUTE } from '@/lib/time/instant';
import { NOW, senderId } from '@/test/support/builders';
import { openDatabase } from './database';
import { limitBuckets, limitBucketsOfWeek, reserve, settleReservation, unreserve } from './limits';
import type { Database } from './schema';

const ME = senderId('sender-1');
const OTHER = senderId('sender-2');

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ name: `limits-${crypto.randomUUID()}` });
});

const write = () => database.transaction('limits', 'readwrite');
const read = () => database.transaction('limits');
const sums = async (who = ME) => {
  const buckets = (await database.getAll('limits')).filter((bucket) => bucket.senderId === who);
  return {
    sent: buckets.reduce((sum, bucket) => sum + bucket.sent, 0),
    scheduled: buckets.reduce((sum, bucket) => sum + bucket.scheduled, 0),
  };
};

test('a booking counts in the five minutes of its instant', async () => {
  await reserve(write(), ME, NOW);
  await reserve(write(), ME, NOW + BUCKET - 1);
  await reserve(write(), ME, NOW + BUCKET);

  expect(await database.getAll('limits')).toEqual([
    { senderId: ME, start: NOW, sent: 0, scheduled: 2, minutes: [1, 0, 0, 0, 1] },
    { senderId: ME, start: NOW + BUCKET, sent: 0, scheduled: 1, minutes: [1, 0, 0, 0, 0] },
  ]);
});

test('a booking that is given back is as if it had never been', async () => {
  await reserve(write(), ME, NOW);
  await unreserve(write(), ME, NOW + 1);

  expect(await sums()).toEqual({ sent: 0, scheduled: 0 });
});

test('an email that leaves later than planned moves to when it left', async () => {
  await reserve(write(), ME, NOW);
  await settleReservation(write(), ME, { plannedAt: NOW, sentAt: NOW + 3 * HOUR });

  expect(await database.getAll('limits')).toEqual([
    { senderId: ME, start: NOW, sent: 0, scheduled: 0, minutes: [0, 0, 0, 0, 0] },
    { senderId: ME, start: NOW + 3 * HOUR, sent: 1, scheduled: 0, minutes: [1, 0, 0, 0, 0] },
  ]);
});

test('an email that leaves in the same five minutes stays in one bucket', async () => {
  await reserve(write(), ME, NOW);
  await settleReservation(write(), ME, { plannedAt: NOW, sentAt: NOW + 1_000 });

  expect(await database.getAll('limits')).toEqual([
    { senderId: ME, start: NOW, sent: 1, scheduled: 0, minutes: [1, 0, 0, 0, 0] },
  ]);
});

test('giving back what was never booked does not make room', async () => {
  await unreserve(write(), ME, NOW);

  expect(await sums()).toEqual({ sent: 0, scheduled: 0 });
});

test('senders do not share a limit', async () => {
  await reserve(write(), ME, NOW);
  await reserve(write(), OTHER, NOW);
  await unreserve(write(), OTHER, NOW);

  expect(await sums(ME)).toEqual({ sent: 0, scheduled: 1 });
  expect(await sums(OTHER)).toEqual({ sent: 0, scheduled: 0 });
  expect((await limitBuckets(read(), ME, NOW)).map((bucket) => bucket.senderId)).toEqual([ME]);
});

test('a question about an instant reads the day before it and the day after it, no more', async () => {
  const times = [-2 * DAY, -DAY - BUCKET, -DAY, 0, DAY, DAY + BUCKET, 7 * DAY, 9 * DAY];
  for (const shift of times) await reserve(write(), ME, NOW + shift);

  const starts = (buckets: readonly { readonly start: number }[]) =>
    buckets.map(({ start }) => start - NOW);
  expect(starts(await limitBuckets(read(), ME, NOW))).toEqual([-DAY, 0, DAY]);
  expect(starts(await limitBucketsOfWeek(read(), ME, NOW))).toEqual([
    -DAY,
    0,
    DAY,
    DAY + BUCKET,
    7 * DAY,
  ]);
});

test('whatever is booked, given back and sent: the counters are the emails', async () => {
  const minute = fc.integer({ min: 0, max: 20 * 60 });
  const life = fc.record({
    planned: minute,
    end: fc.constantFrom('waits', 'sent', 'dropped'),
    late: minute,
  });

  await fc.assert(
    fc.asyncProperty(fc.array(life, { maxLength: 12 }), async (lives) => {
      await database.clear('limits');
      for (const { planned } of lives) await reserve(write(), ME, NOW + planned * MINUTE);
      for (const { planned, end, late } of lives) {
        const plannedAt = NOW + planned * MINUTE;
        if (end === 'dropped') await unreserve(write(), ME, plannedAt);
        if (end === 'sent') {
          await settleReservation(write(), ME, { plannedAt, sentAt: plannedAt + late * MINUTE });
        }
      }

      const count = (end: string) => lives.filter((one) => one.end === end).length;
      const all = await database.getAll('limits');
      expect(await sums()).toEqual({ sent: count('sent'), scheduled: count('waits') });
      expect(all.every(({ start }) => start === bucketOf(start))).toBe(true);
      // Every minute by itself as well, or the limit per minute could not trust it.
      for (const { sent, scheduled, minutes } of all) {
        expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(sent + scheduled);
      }
      expect(useOf(all, NOW + 20 * HOUR).scheduled).toBe(count('waits'));
    }),
    { numRuns: 40 },
  );
});
