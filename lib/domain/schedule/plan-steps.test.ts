import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anEmailStep, stepId, zone } from '@/test/support/builders';
import { planSteps } from './plan-steps';

const ZONES = ['Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC'];

const steps = (delays: readonly { days: number; minutes: number }[]) =>
  delays.map((delay, index) => anEmailStep({ id: stepId(`step-${index + 1}`), delay }));

const anyDelays = (minutes: number) =>
  fc.array(fc.record({ days: fc.nat({ max: 40 }), minutes: fc.nat({ max: minutes }) }), {
    minLength: 1,
    maxLength: 12,
  });
const anyStart = fc.integer({
  min: Date.parse('2026-01-01T00:00Z'),
  max: Date.parse('2028-12-31T00:00Z'),
});

test('a plan never goes back in time, and begins with the chosen step at the given instant', () => {
  fc.assert(
    fc.property(
      anyDelays(24 * 60),
      fc.nat({ max: 11 }),
      anyStart,
      fc.constantFrom(...ZONES),
      (delays, start, firstAt, name) => {
        const all = steps(delays);
        const plan = planSteps(all, start, firstAt, zone(name));

        expect(plan.map(({ step }) => step)).toEqual(all.slice(start));
        expect(plan.map(({ index }) => index)).toEqual([...all.keys()].slice(start));
        if (plan[0]) expect(plan[0].at).toBe(firstAt);
        for (const [index, { at }] of plan.entries()) {
          if (index > 0) expect(at).toBeGreaterThanOrEqual(plan[index - 1]?.at ?? 0);
        }
      },
    ),
  );
});

test('delays of whole days keep the clock time of the zone, but for hours that the clock skips', () => {
  fc.assert(
    fc.property(anyDelays(0), anyStart, fc.constantFrom(...ZONES), (delays, firstAt, name) => {
      const plan = planSteps(steps(delays), 0, firstAt, zone(name));
      let shown = clockIn(name, firstAt);

      for (const { at } of plan) {
        const now = clockIn(name, at);
        // After a skipped hour the plan goes on with the clock time that there was instead.
        if (now !== shown) expect(isPushedOutOfGap(name, at)).toBe(true);
        shown = now;
      }
    }),
    { numRuns: 300 },
  );
});

test("the first step's own delay is not waited for", () => {
  const plan = planSteps(steps([{ days: 9, minutes: 9 }]), 0, 1_000, zone('UTC'));

  expect(plan.map(({ at }) => at)).toEqual([1_000]);
});

test('beyond the last step there is nothing to plan', () => {
  expect(planSteps(steps([{ days: 0, minutes: 0 }]), 1, 1_000, zone('UTC'))).toEqual([]);
  expect(planSteps([], 0, 1_000, zone('UTC'))).toEqual([]);
});

function clockIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(at);
}

/** Within the two hours after a change that put the clock forward. */
function isPushedOutOfGap(name: string, at: number): boolean {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
  const change = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (change === null || at - change.epochMilliseconds > 7_200_000) return false;
  const before = change.subtract({ nanoseconds: 1 });
  return change.offsetNanoseconds > before.offsetNanoseconds;
}
