import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '@/lib/domain/sequence/step';
import { wallClockOf } from '@/lib/time/zoned';
import { anEmailStep, NOW, stepId } from '@/test/support/builders';
import { minute, shown, someTimes } from '@/test/support/times';
import { inWindow } from './in-window';
import { nextRun } from './next-run';
import { type PlanOptions, planSteps } from './plan-steps';
import { stepKey } from './step-key';

const steps = (delays: readonly { days: number; minutes: number }[]): Step[] =>
  delays.map((delay, index) => anEmailStep({ id: stepId(`step-${index + 1}`), delay }));
const days = (count: number) => ({ days: count, minutes: 0 });

const options = (overrides: Partial<PlanOptions> = {}): PlanOptions => ({
  ...someTimes(),
  start: 0,
  firstAt: NOW,
  clockMinute: minute('09:00'),
  spreadKey: 'sequence-1:ada@example.com',
  ...overrides,
});

test('a plan is what the engine will do, step after step', () => {
  const all = steps([days(0), days(3), { days: 0, minutes: 600 }, days(2)]);
  const plan = planSteps(all, options());

  expect(plan.map(({ step }) => step)).toEqual(all);
  for (const [index, { at, step }] of plan.entries()) {
    const before = plan[index - 1];
    if (before === undefined) expect(at).toBe(NOW);
    else {
      const spreadKey = stepKey(options().spreadKey, step.id);
      expect(at).toBe(nextRun(before.at, { ...options(), delay: step.delay, spreadKey }));
    }
  }
});

test('the first step leaves at once, on a Sunday night and without its own delay', () => {
  const sunday = Date.parse('2026-11-22T22:30Z');
  const plan = planSteps(steps([{ days: 9, minutes: 9 }, days(1)]), options({ firstAt: sunday }));

  expect(plan.map(({ at }) => shown(at, 'Europe/Warsaw'))).toEqual([
    'Sun 2026-11-22 23:30',
    'Mon 2026-11-23 09:00',
  ]);
});

test('three business days apart, over a weekend and a holiday', () => {
  const { calendar } = someTimes({ holidays: ['2026-12-08'] });
  const firstAt = Date.parse('2026-12-03T08:00Z');
  const plan = planSteps(steps([days(0), days(3), days(3)]), options({ firstAt, calendar }));

  expect(plan.map(({ at }) => shown(at, 'Europe/Warsaw'))).toEqual([
    'Thu 2026-12-03 09:00',
    'Wed 2026-12-09 09:00',
    'Mon 2026-12-14 09:00',
  ]);
});

test('beyond the last step there is nothing to plan', () => {
  expect(planSteps(steps([days(0)]), options({ start: 1 }))).toEqual([]);
  expect(planSteps([], options())).toEqual([]);
});

test('a plan begins with the chosen step, never goes back in time and stays in its window', () => {
  const anyDelays = fc.array(
    fc.record({ days: fc.nat({ max: 20 }), minutes: fc.nat({ max: 1_440 }) }),
    { minLength: 1, maxLength: 12 },
  );
  const anyStart = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-31') });
  const anyZone = fc.constantFrom('Europe/Warsaw', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC');
  fc.assert(
    fc.property(
      anyDelays,
      fc.nat({ max: 11 }),
      anyStart,
      anyZone,
      (delays, start, firstAt, zone) => {
        const all = steps(delays);
        const times = someTimes({ zone, window: '09:15-11:45' });
        const clockMinute = wallClockOf(firstAt, times.zone).minute;
        const plan = planSteps(all, options({ ...times, start, firstAt, clockMinute }));

        expect(plan.map(({ index }) => index)).toEqual([...all.keys()].slice(start));
        expect(plan[0]?.at ?? firstAt).toBe(firstAt);
        for (const [index, { at, step }] of plan.slice(1).entries()) {
          const previous = plan[index]?.at ?? Number.NaN;
          expect(at).toBeGreaterThanOrEqual(previous + step.delay.minutes * 60_000);
          expect(inWindow(at, times)).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});
