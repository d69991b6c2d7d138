import { earliestSlot, type SlotRules } from '@/lib/domain/enrollment/earliest-slot';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import { useOf } from '@/lib/domain/limits/rolling-limit';
import type { Sender } from '@/lib/domain/sender/sender';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { DAY, type Instant } from '@/lib/time/instant';

export type Slot =
  | { readonly kind: 'now' }
  /** The email waits until then; `limit` if the sender's day is full, else only for its turn. */
  | { readonly kind: 'later'; readonly at: Instant; readonly why: 'limit' | 'turn' };

/**
 * May an email that is due leave at this very instant? Asked right before it does, because days and
 * minutes may have filled up and windows closed since it was planned.
 *
 * @param now when it would leave
 * @param room.buckets of its sender, without its own reservation
 * @param room.times hours and days that it keeps; left out for one that may leave at any hour
 */
export function slotAt(
  now: Instant,
  room: {
    readonly buckets: readonly LimitBucket[];
    readonly sender: Sender;
    readonly times?: SlotRules['times'];
  },
): Slot {
  const { buckets, sender, times } = room;
  const perDay = senderLimit(sender);
  const isFull = useOf(buckets, now).used >= perDay;
  const rules = { buckets, perMinute: sender.perMinute, ...(times && { times }) };
  const at = isFull ? earliestSlot(now + 1, { ...rules, perDay }) : earliestSlot(now, rules);
  if (at === now) return { kind: 'now' };
  return { kind: 'later', at: at ?? now + DAY, why: isFull ? 'limit' : 'turn' };
}
