import type { Instant } from '@/lib/time/instant';
import { intoWindow } from './into-window';
import type { SendTimes } from './send-times';

/**
 * When the next step of a paused enrollment runs if it goes on now: after what was left of its
 * delay, moved into the window.
 *
 * @param remainingMs as kept by the pause
 * @example resumeAt(mondayNoon, 0, times) // at once, within the window
 */
export function resumeAt(
  now: Instant,
  remainingMs: number,
  times: SendTimes & { readonly spreadKey: string },
): Instant {
  return intoWindow(now + remainingMs, times);
}
