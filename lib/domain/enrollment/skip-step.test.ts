import { expect, test } from 'vitest';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { DAY } from '@/lib/time/instant';
import { anEnrollment, anOutboxRow, aSequence, NOW } from '@/test/support/builders';
import { askWhenLate } from './ask-when-late';
import { mayRetry } from './may-retry';
import { skipStep } from './skip-step';

const sequence = aSequence();
const LATER = NOW + 6 * DAY;
const asked = (nextStep: number) =>
  askWhenLate(
    anEnrollment({ nextStep, nextAt: NOW, state: { kind: 'active' } }),
    anOutboxRow({ stepIndex: nextStep, wakeAt: NOW }),
    LATER,
  );

test('a step that is so late that the rep is asked rests and says why', () => {
  const { enrollment, row } = asked(1);

  expect(enrollment.state).toEqual({ kind: 'paused', why: 'late', since: LATER, remainingMs: 0 });
  expect(row).toMatchObject({ state: 'due', waiting: 'late', dueAt: NOW });
  expect(row.wakeAt).toBeUndefined();
});

test('without a step the delay of the next one begins now, at the clock time of the enrollment', () => {
  const { enrollment, row, ended } = skipStep(asked(1).enrollment, sequence, LATER, EMPTY_CALENDAR);

  expect(ended).toBe(false);
  expect(enrollment).toMatchObject({ nextStep: 2, state: { kind: 'scheduled' } });
  expect(row).toMatchObject({ stepIndex: 2, state: 'due', dueAt: enrollment.nextAt });
  expect(row?.dueAt).toBe(LATER + 4 * DAY);
});

test('without the last step the sequence is finished', () => {
  const after = skipStep(asked(2).enrollment, sequence, LATER, EMPTY_CALENDAR);

  expect(after).toMatchObject({
    ended: true,
    enrollment: { state: { kind: 'finished', at: LATER } },
  });
  expect(after.row).toBeUndefined();
  expect(after.enrollment.nextAt).toBeUndefined();
});

test('an enrollment that has ended skips nothing', () => {
  const ended = anEnrollment({ state: { kind: 'finished', at: NOW } });

  expect(skipStep(ended, sequence, LATER, EMPTY_CALENDAR)).toEqual({
    enrollment: ended,
    ended: false,
  });
});

test.each([
  ['refused before anything was handed over', { failure: 'refused:bad' }, true],
  ['of which nobody knows whether it left', { failure: 'outcomeUnknown' }, false],
  ['handed over before it failed', { failure: 'refused:bad', handedOverAt: NOW }, false],
  ['not wanted any more', { failure: 'ended' }, false],
])('an email %s', (_what, row, safe) => {
  expect(mayRetry({ state: 'failed', ...row })).toBe(safe);
});

test('what is not parked is not tried again', () => {
  expect(mayRetry({ state: 'due' })).toBe(false);
  expect(mayRetry({ state: 'sent' })).toBe(false);
});
