import { earliestSlot, type SlotRules } from '@/lib/domain/enrollment/earliest-slot';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import { useOf } from '@/lib/domain/limits/rolling-limit';
import { backAt } from '@/lib/domain/schedule/back-at';
import { inWindow } from '@/lib/domain/schedule/in-window';
import type { Sender } from '@/lib/domain/sender/sender';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { DAY, type Instant } from '@/lib/time/instant';

export type Slot =
  | { readonly kind: 'now' }
  /**
   * The email waits until then: the sender's day is full, they are `away`, the `window` is closed, or
   * it is only not its turn within this minute.
   */
  | {
      readonly kind: 'later';
      readonly at: Instant;
      readonly why: 'limit' | 'away' | 'window' | 'turn';
    };

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
  const absence = { zone: sender.zone, days: sender.away };
  const rules = { buckets, perMinute: sender.perMinute, absence, ...(times && { times }) };
  const at = isFull ? earliestSlot(now + 1, { ...rules, perDay }) : earliestSlot(now, rules);
  if (at === now) return { kind: 'now' };
  return { kind: 'later', at: at ?? now + DAY, why: whyLater() };

  function whyLater() {
    if (backAt(now, absence) !== undefined) return 'away';
    if (isFull) return 'limit';
    return times === undefined || inWindow(now, times) ? 'turn' : 'window';
  }
}
