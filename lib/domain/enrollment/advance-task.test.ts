import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { taskIdSchema } from '@/lib/domain/ids';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { DAY, HOUR } from '@/lib/time/instant';
import {
  aCallStep,
  anEmailStep,
  anEnrollment,
  aSequence,
  NOW,
  stepId,
} from '@/test/support/builders';
import { advance, type EnrollmentEvent } from './advance';
import type { Enrollment } from './enrollment';

const CALL = v.parse(taskIdSchema, 'task-1');
const sequence = aSequence({
  steps: [
    aCallStep(),
    anEmailStep({ id: stepId('step-2'), delay: { days: 2, minutes: 0 } }),
    aCallStep({ id: stepId('last') }),
  ],
});
const step = (before: Enrollment, event: EnrollmentEvent, now = NOW) =>
  advance(before, sequence, event, now, EMPTY_CALENDAR);
const made = (hold: boolean, stepIndex = 0) =>
  ({ kind: 'taskMade', stepIndex, taskId: CALL, hold }) as const;
const held = step(anEnrollment(), made(true)).enrollment;

describe('a step that became a task', () => {
  test('and does not hold: the delay of the next one begins at once', () => {
    const { enrollment, row, ended } = step(anEnrollment(), made(false));

    expect(enrollment).toMatchObject({
      state: { kind: 'active' },
      nextStep: 1,
      nextAt: NOW + 2 * DAY,
    });
    expect(row).toMatchObject({ stepIndex: 1, effect: 'email', dueAt: NOW + 2 * DAY });
    expect(ended).toBe(false);
  });

  test('and holds: nothing is planned, not even when', () => {
    const { row } = step(anEnrollment(), made(true));

    expect(row).toBeUndefined();
    expect(held).toMatchObject({ state: { kind: 'active' }, nextStep: 1, heldBy: CALL });
    expect(held.nextAt).toBeUndefined();
  });

  test('told twice is the same as told once', () => {
    expect(step(held, made(true)).enrollment).toEqual(held);
  });

  test('as the last one ends the sequence, unless it holds', () => {
    const last = anEnrollment({ nextStep: 2 });

    expect(step(last, made(false, 2))).toMatchObject({
      ended: true,
      enrollment: { state: { kind: 'finished' } },
    });
    const waiting = step(last, made(true, 2)).enrollment;
    expect(waiting.state.kind).toBe('active');
    expect(step(waiting, { kind: 'taskCompleted', taskId: CALL }).ended).toBe(true);
  });

  test('of an enrollment that has ended changes nothing', () => {
    const over = anEnrollment({ state: { kind: 'finished', at: NOW } });

    expect(step(over, made(true)).enrollment).toEqual(over);
  });
});

describe('completing the task that holds', () => {
  test('begins the delay of what follows then, not when the task was made', () => {
    const later = NOW + 5 * DAY + HOUR;
    const { enrollment, row } = step(held, { kind: 'taskCompleted', taskId: CALL }, later);

    expect(row).toMatchObject({ stepIndex: 1, wakeAt: row?.dueAt });
    expect(row?.dueAt).toBe(NOW + 7 * DAY);
    expect(enrollment.heldBy).toBeUndefined();
  });

  test('while it is paused plans what follows asleep, with its whole delay to wait', () => {
    const paused = step(held, { kind: 'paused', why: 'person' }).enrollment;
    const { enrollment, row } = step(paused, { kind: 'taskCompleted', taskId: CALL });

    expect(enrollment.state).toMatchObject({ kind: 'paused', remainingMs: 2 * DAY });
    expect(row).toBeDefined();
    expect(row?.wakeAt).toBeUndefined();
  });

  test('is nothing to an enrollment that another task holds, or none', () => {
    const other = v.parse(taskIdSchema, 'other');

    expect(step(held, { kind: 'taskCompleted', taskId: other }).enrollment).toBe(held);
    const free = anEnrollment();
    expect(step(free, { kind: 'taskCompleted', taskId: CALL }).enrollment).toBe(free);
  });

  test('and taken back holds again', () => {
    const done = step(held, { kind: 'taskCompleted', taskId: CALL }).enrollment;
    const again = step(done, { kind: 'taskReopened', taskId: CALL }).enrollment;

    expect(again).toEqual(held);
  });
});

test('a held enrollment that is resumed is held as before, and cannot be undone as if new', () => {
  const paused = step(held, { kind: 'paused', why: 'person' }).enrollment;
  const { enrollment, dueAt } = step(paused, { kind: 'resumed', at: NOW });

  expect(enrollment).toEqual(held);
  expect(dueAt).toBeUndefined();
});

test('an enrollment that began with a task is never new again, whatever it was paused for', () => {
  const free = step(anEnrollment(), made(false)).enrollment;
  const paused = step(free, { kind: 'paused', why: 'person' }).enrollment;

  expect(step(paused, { kind: 'resumed', at: NOW }).enrollment.state.kind).toBe('active');
});
