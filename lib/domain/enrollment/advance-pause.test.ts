import { describe, expect, test } from 'vitest';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { HOUR } from '@/lib/time/instant';
import { anEnrollment, aSequence, NOW, zone } from '@/test/support/builders';
import { shown, someTimes } from '@/test/support/times';
import { type Advance, advance as advanceWith, type EnrollmentEvent } from './advance';
import type { Enrollment, EnrollmentState } from './enrollment';

// Any hour, any day.
const sequence = aSequence();
const thread = { threadId: 'thread-1', subject: 'A question', references: ['<a@example.com>'] };
const LATER = NOW + HOUR;

const running: readonly EnrollmentState[] = [{ kind: 'scheduled' }, { kind: 'active' }];
const ended: readonly EnrollmentState[] = [
  { kind: 'finished', at: NOW },
  { kind: 'unenrolled', at: NOW, reason: 'replied' },
  { kind: 'failed', at: NOW, code: 'tokensMissing' },
];

function advance(before: Enrollment, event: EnrollmentEvent): Advance {
  return advanceWith(before, sequence, event, LATER, EMPTY_CALENDAR);
}

function inState(state: EnrollmentState): Enrollment {
  return anEnrollment({ state, nextStep: 1 });
}

describe('pausing', () => {
  test.each(running)('while $kind keeps what is left of the delay', (state) => {
    const before = { ...inState(state), nextAt: NOW + 5 * HOUR };

    const after = advance(before, { kind: 'paused', why: 'person' });

    expect(after).toEqual({
      enrollment: {
        ...before,
        state: { kind: 'paused', why: 'person', since: LATER, remainingMs: 4 * HOUR },
        updatedAt: LATER,
      },
      ended: false,
    });
  });

  test('a step that is overdue has nothing left to wait', () => {
    const after = advance(inState({ kind: 'active' }), { kind: 'paused', why: 'person' });

    expect(after.enrollment.state).toMatchObject({ kind: 'paused', remainingMs: 0 });
  });

  test.each([
    { kind: 'paused', why: 'person', since: NOW, remainingMs: 5 } as const,
    ...ended,
  ])('while $kind changes nothing', (state) => {
    const before = inState(state);

    expect(advance(before, { kind: 'paused', why: 'person' })).toEqual({
      enrollment: before,
      ended: false,
    });
  });
});

describe('an absence', () => {
  const until = NOW + 100 * HOUR;
  const away = { kind: 'paused', why: 'absence', until } as const;
  const resting = (rest: Partial<Extract<EnrollmentState, { kind: 'paused' }>> = {}) =>
    inState({ kind: 'paused', why: 'absence', since: NOW, until, remainingMs: 0, ...rest });

  test('lets it rest until then, and puts off nothing that is due later', () => {
    const before = { ...inState({ kind: 'active' }), nextAt: NOW + 500 * HOUR };

    const after = advance(before, away);

    expect(after.enrollment.state).toEqual({
      kind: 'paused',
      why: 'absence',
      since: LATER,
      until,
      remainingMs: 0,
    });
    expect(after.enrollment.nextAt).toBe(before.nextAt);
  });

  test.each<[string, Enrollment, EnrollmentEvent, object]>([
    ['a longer one', resting(), { ...away, until: until + HOUR }, { until: until + HOUR }],
    ['the rep', resting(), { kind: 'paused', why: 'person' }, { why: 'person' }],
    [
      "the rep's own message",
      resting(),
      { kind: 'paused', why: 'ownMessage' },
      { why: 'ownMessage' },
    ],
  ])('gives way to %s', (_what, before, event, state) => {
    expect(advance(before, event).enrollment.state).toMatchObject(state);
  });

  test.each<[string, Enrollment]>([
    ['a shorter one', resting({ until: until + HOUR })],
    ['one that a person paused', resting({ why: 'person' })],
    ['one that asks because of a message', resting({ why: 'ownMessage' })],
  ])('changes nothing about %s', (_what, before) => {
    expect(advance(before, away)).toEqual({ enrollment: before, ended: false });
  });

  test('during which an email arrives that was on its way is woken at its end', () => {
    const before = resting();

    const after = advance(before, { kind: 'stepSent', stepIndex: 1, thread });

    expect(after.enrollment.state).toEqual(before.state);
    expect(after.row).toMatchObject({ stepIndex: 2, wakeAt: until });
  });
});

describe('resuming', () => {
  const paused = (remainingMs: number, rest: Partial<Enrollment> = {}): Enrollment => ({
    ...inState({ kind: 'paused', why: 'person', since: NOW, remainingMs }),
    ...rest,
  });

  test('waits what was left, counted from now', () => {
    const before = paused(4 * HOUR, { thread });

    const after = advance(before, { kind: 'resumed', at: LATER });

    expect(after).toEqual({
      enrollment: {
        ...before,
        state: { kind: 'active' },
        nextAt: LATER + 4 * HOUR,
        updatedAt: LATER,
      },
      dueAt: LATER + 4 * HOUR,
      ended: false,
    });
  });

  test('is scheduled again if nothing had left', () => {
    const after = advance(paused(0), { kind: 'resumed', at: LATER });

    expect(after.enrollment.state).toEqual({ kind: 'scheduled' });
  });

  test('waits longer where the limit has room only later', () => {
    const room = LATER + 9 * HOUR;

    const after = advance(paused(4 * HOUR), { kind: 'resumed', at: room });

    expect(after.dueAt).toBe(room);
  });

  test('on a Friday evening before a holiday goes on when the window opens after it', () => {
    const times = someTimes({ holidays: ['2026-12-21'] });
    const strict = aSequence({ settings: { ...sequence.settings, ...times.settings } });
    const friday = Date.parse('2026-12-18T20:00Z');
    const before = paused(0, { zone: zone('Europe/Warsaw') });

    const event = { kind: 'resumed', at: friday } as const;
    const after = advanceWith(before, strict, event, friday, times.calendar);

    expect(shown(after.dueAt ?? 0, 'Europe/Warsaw')).toMatch(/^Tue 2026-12-22 08:/);
  });

  test.each([...running, ...ended])('while $kind changes nothing', (state) => {
    const before = inState(state);

    expect(advance(before, { kind: 'resumed', at: LATER })).toEqual({
      enrollment: before,
      ended: false,
    });
  });
});
