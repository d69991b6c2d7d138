import * as v from 'valibot';
import { senderIdSchema } from '@/lib/domain/ids';
import { type Instant, instantSchema, MINUTE } from '@/lib/time/instant';

/** Emails are counted in buckets of five minutes, so that reading a day is reading 288 records. */
export const BUCKET = 5 * MINUTE;

/** What one sender sent, and has planned, within one bucket. Kept in the enrolling transaction. */
export const limitBucketSchema = v.object({
  senderId: senderIdSchema,
  /** When the bucket begins, a multiple of {@link BUCKET}. */
  start: instantSchema,
  sent: v.pipe(v.number(), v.integer(), v.minValue(0)),
  scheduled: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Sent and planned per clock minute of the bucket, for the per-minute limit. */
  minutes: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.length(5)),
});

export type LimitBucket = Readonly<v.InferOutput<typeof limitBucketSchema>>;

/** @example bucketOf(Date.parse('2026-11-21T10:04:59Z')) // …T10:00:00Z */
export function bucketOf(at: Instant): Instant {
  return Math.floor(at / BUCKET) * BUCKET;
}
