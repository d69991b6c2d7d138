import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '@/lib/time/clock';
import { type Instant, MINUTE } from '@/lib/time/instant';

/** The time that the view speaks of: "tomorrow" becomes "today" without anybody touching anything. */
export function tickingNow(
  clock: Clock,
  end: AbortSignal,
): { readonly now: ReadonlySignal<Instant>; readonly update: () => void } {
  const now = signal(clock.now());
  const update = () => {
    now.value = clock.now();
  };
  const timer = setInterval(update, MINUTE / 2);
  end.addEventListener('abort', () => clearInterval(timer), { once: true });
  return { now, update };
}
