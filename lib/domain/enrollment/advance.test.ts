import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { DAY, HOUR, type Instant } from '@/lib/time/instant';
import { anEnrollment, aSequence, NOW } from '@/test/support/builders';
import { shown, someTimes } from '@/test/support/times';
import { type Advance, advance as advanceWith, type EnrollmentEvent } from './advance';
import { type Enrollment, type EnrollmentState, type ExitReason, isLive } from './enrollment';

// Any hour, any day; the clock time of these enrollments is that of `NOW` in New York.
const sequence = aSequence();
const thread = { threadId: 'thread-1', subject: 'A question', references: ['<a@example.com>'] };
const LATER = NOW + HOUR;

function advance(
  enrollment: Enrollment,
  of: Sequence,
  event: EnrollmentEvent,
  now: Instant,
): Advance {
  return advanceWith(enrollment, of, event, now, EMPTY_CALENDAR);
}

const live: readonly EnrollmentState[] = [
  { kind: 'scheduled' },
  { kind: 'active' },
  { kind: 'paused', why: 'person', since: NOW, remainingMs: 0 },
];
const ended: readonly EnrollmentState[] = [
  { kind: 'finished', at: NOW },
  { kind: 'unenrolled', at: NOW, reason: 'replied' },
  { kind: 'failed', at: NOW, code: 'tokensMissing' },
];
const reasons: readonly ExitReason[] = [
  'manual',
  'undone',
  'replied',
  'bounced',
  'optedOut',
  'contactDeleted',
];
const ends: readonly EnrollmentEvent[] = [
  ...reasons.map((reason) => ({ kind: 'exit', reason }) as const),
  { kind: 'stepFailed', code: 'refused:invalidTo' },
];

/** As stored: what has ended has nothing due. */
function inState(state: EnrollmentState, nextStep = 0): Enrollment {
  const { nextAt: _due, ...rest } = anEnrollment({ state, nextStep });
  const enrollment = { ...rest, state };
  return isLive(enrollment) ? { ...enrollment, nextAt: NOW } : enrollment;
}

describe.each(live)('while $kind', (state) => {
  test.each(ends)('$kind $reason ends it, frees the contact and schedules nothing', (event) => {
    const after = advance(inState(state, 1), sequence, event, LATER);

    expect(after.ended).toBe(true);
    expect(after.row).toBeUndefined();
    expect(after.enrollment.nextAt).toBeUndefined();
    expect(after.enrollment).toMatchObject({ nextStep: 1, updatedAt: LATER });
    expect(after.enrollment.state).toEqual(
      event.kind === 'exit'
        ? { kind: 'unenrolled', at: LATER, reason: event.reason }
        : { kind: 'failed', at: LATER, code: 'refused:invalidTo' },
    );
  });

  test('an email that left schedules the next one by the clock of its zone', () => {
    const after = advance(
      inState(state),
      sequence,
      { kind: 'stepSent', stepIndex: 0, thread },
      LATER,
    );

    expect(after.ended).toBe(false);
    expect(after.enrollment).toMatchObject({ nextStep: 1, nextAt: NOW + 3 * DAY, thread });
    expect(after.row).toMatchObject({
      key: 'enrollment-1:step-2:0',
      stepIndex: 1,
      state: 'due',
      dueAt: NOW + 3 * DAY,
    });
    expect(after.row?.wakeAt).toBe(state.kind === 'paused' ? undefined : NOW + 3 * DAY);
    expect(after.enrollment.state).toEqual(
      state.kind === 'paused'
        ? { ...state, remainingMs: NOW + 3 * DAY - LATER }
        : { kind: 'active' },
    );
  });

  test('the last email finishes it', () => {
    const event = { kind: 'stepSent', stepIndex: 2, thread } as const;

    const after = advance(inState(state, 2), sequence, event, LATER);

    expect(after.ended).toBe(true);
    expect(after.row).toBeUndefined();
    expect(after.enrollment.state).toEqual({ kind: 'finished', at: LATER });
    expect(after.enrollment.nextStep).toBe(3);
    expect(after.enrollment.nextAt).toBeUndefined();
  });

  test('hearing twice that an email left changes nothing the second time', () => {
    const event = { kind: 'stepSent', stepIndex: 0, thread } as const;
    const once = advance(inState(state), sequence, event, LATER);

    const twice = advance(once.enrollment, sequence, event, LATER);

    expect(twice).toEqual({ enrollment: once.enrollment, ended: false });
  });
});

describe.each(ended)('after it is $kind', (state) => {
  test.each(ends)('$kind $reason leaves it exactly as it was', (event) => {
    const before = inState(state, 1);

    expect(advance(before, sequence, event, LATER)).toEqual({ enrollment: before, ended: false });
  });

  test('an email that was on its way is noted with its thread and brings nothing back', () => {
    const event = { kind: 'stepSent', stepIndex: 1, thread } as const;

    const after = advance(inState(state, 1), sequence, event, LATER);

    expect(after.ended).toBe(false);
    expect(after.row).toBeUndefined();
    expect(after.enrollment).toMatchObject({ state, thread, nextStep: 2 });
    expect(after.enrollment.nextAt).toBeUndefined();
  });
});

test('the next step is planned by eligible days, window, holidays and the clock time', () => {
  const times = someTimes({ holidays: ['2026-12-21'] });
  const strict = aSequence({ settings: { ...sequence.settings, ...times.settings } });
  const enrollment = { ...inState({ kind: 'scheduled' }), zone: times.zone, clockMinute: 9 * 60 };
  const thursday = Date.parse('2026-12-17T08:00:30Z');

  const event = { kind: 'stepSent', stepIndex: 0, thread } as const;
  const after = advanceWith(enrollment, strict, event, thursday, times.calendar);

  expect(shown(after.row?.dueAt ?? 0, times.zone)).toBe('Wed 2026-12-23 09:00');
});

const anyEvent: fc.Arbitrary<EnrollmentEvent> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .nat({ max: 3 })
      .map((stepIndex) => ({ kind: 'stepSent', stepIndex, thread }) as const),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ends) },
  { weight: 1, arbitrary: fc.constant({ kind: 'paused', why: 'person' } as const) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 20 }).map((hours) => ({
      kind: 'resumed' as const,
      at: NOW + hours * HOUR,
    })),
  },
);
const anyState = fc.constantFrom(...live, ...ended);

test('whatever happens in whatever order: ended once, never revived, no step scheduled again', () => {
  fc.assert(
    fc.property(anyState, fc.array(anyEvent, { maxLength: 12 }), (state, events) => {
      let enrollment = inState(state);
      let highest = -1;
      let endings = 0;
      for (const [index, event] of events.entries()) {
        const wasLive = isLive(enrollment);
        const after = advance(enrollment, sequence, event, NOW + index * HOUR);

        if (after.ended) endings += 1;
        expect(after.ended).toBe(wasLive && !isLive(after.enrollment));
        if (!wasLive) expect(after.enrollment.state).toEqual(enrollment.state);
        if (!isLive(after.enrollment)) expect(after.enrollment.nextAt).toBeUndefined();
        if (after.row) {
          expect(isLive(after.enrollment)).toBe(true);
          expect(after.row.stepIndex).toBeGreaterThan(
            Math.max(highest, event.kind === 'stepSent' ? event.stepIndex : -1),
          );
          expect(after.row.dueAt).toBe(after.enrollment.nextAt);
          highest = after.row.stepIndex;
        }
        if (after.dueAt !== undefined) {
          expect(enrollment.state.kind).toBe('paused');
          expect(after.dueAt).toBe(after.enrollment.nextAt);
          expect(after.dueAt).toBeGreaterThanOrEqual(NOW + index * HOUR);
        }
        expect(after.enrollment.nextStep).toBeGreaterThanOrEqual(enrollment.nextStep);
        enrollment = after.enrollment;
      }
      expect(endings).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
