import { browser } from 'wxt/browser';
import { type Instant, MINUTE, SECOND } from '@/lib/time/instant';

const TICK = 'tick';
const DUE = 'due';
/** A worker with nothing to do lives for 30 s; within that, a timer is more exact than an alarm. */
const TIMER_REACH = 25 * SECOND;

/** How the worker is woken when something is due. The outbox is the truth, this is only a nudge. */
export interface Wake {
  /** Makes sure that the worker is woken every minute. Never resets a running alarm, unless the clock was put back under it. */
  readonly ensureTick: () => Promise<void>;
  /** Makes sure that the worker is woken at this instant or before. */
  readonly at: (instant: Instant) => Promise<void>;
  /** Calls back at every wake; register synchronously when the worker starts. */
  readonly onWake: (handler: () => void) => void;
}

export function createWake(now: () => Instant): Wake {
  const handlers: (() => void)[] = [];
  return {
    async ensureTick() {
      const existing = await browser.alarms.get(TICK);
      // Alarms are instants: one that an earlier clock set for "in a minute" may be days away.
      const isStranded = existing !== undefined && existing.scheduledTime - now() > 2 * MINUTE;
      if (existing === undefined || isStranded)
        await browser.alarms.create(TICK, { periodInMinutes: 1 });
    },
    async at(instant) {
      const wait = instant - now();
      if (wait <= TIMER_REACH)
        setTimeout(
          () => {
            for (const run of handlers) run();
          },
          Math.max(0, wait),
        );
      const existing = await browser.alarms.get(DUE);
      const sooner = existing !== undefined && existing.scheduledTime <= instant;
      // The tick covers what is a minute away or less; the alarm clamps shorter times anyway.
      if (!sooner && wait > MINUTE / 2) await browser.alarms.create(DUE, { when: instant });
    },
    onWake(handler) {
      handlers.push(handler);
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === TICK || alarm.name === DUE) handler();
      });
    },
  };
}
