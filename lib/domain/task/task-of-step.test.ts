import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { taskIdSchema } from '@/lib/domain/ids';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { DAY, HOUR, MINUTE } from '@/lib/time/instant';
import {
  aCallStep,
  aContact,
  anEnrollment,
  aSender,
  enrollmentId,
  NOW,
} from '@/test/support/builders';
import { explainsMessage } from './explains-message';
import { taskOfStep } from './task-of-step';

const id = v.parse(taskIdSchema, 'row-1');

function made(
  step: Partial<ReturnType<typeof aCallStep>> = {},
  more: Partial<Parameters<typeof taskOfStep>[0]> = {},
  now = NOW,
) {
  return taskOfStep(
    {
      id,
      step: aCallStep(step),
      index: 1,
      enrollment: anEnrollment(),
      contact: aContact(),
      sender: aSender(),
      settings: { days: 'weekdays' },
      calendar: EMPTY_CALENDAR,
      ...more,
    },
    now,
  );
}

describe('the task of a step', () => {
  test('says what to do for whom, and which step it carries out', () => {
    expect(made({ hold: true })).toEqual({
      id: 'row-1',
      contactId: 'contact-1',
      kind: 'call',
      title: 'Call Ada',
      note: 'About Analytical Engines',
      priority: 'high',
      ofStep: { enrollmentId: 'enrollment-1', stepId: 'call', stepIndex: 1, hold: true },
      dueAt: NOW,
      createdAt: NOW,
    });
  });

  test('is due after so many days on which the sequence runs, on the rep’s clock', () => {
    const friday = NOW + 3 * DAY;

    expect(made({ dueInDays: 1 }, {}, friday).dueAt).toBe(friday + 3 * DAY);
    expect(made({ dueInDays: 2 }, { settings: { days: 'everyDay' } }, friday).dueAt).toBe(
      friday + 2 * DAY,
    );
  });

  test('reminds before it is due, and at once when that is over already', () => {
    const tomorrow = made({ dueInDays: 1, remindMinutes: 60 });
    const today = made({ remindMinutes: 60 });

    expect(tomorrow.remindAt).toBe(NOW + DAY - HOUR);
    expect([today.remindAt, made().remindAt]).toEqual([NOW, undefined]);
  });

  test('keeps a token that nothing fills readable, and cuts what is too long', () => {
    const task = made({ title: 'Ask {{contact.title}}', note: 'x'.repeat(4_990) });
    const long = made(
      { title: '{{contact.first_name}}' },
      { contact: aContact({ name: `${'x'.repeat(199)}😀 Lovelace` }) },
    );

    expect(task.title).toBe('Ask {{contact.title}}');
    expect(long.title).toBe('x'.repeat(199));
  });
});

describe('a message of the rep’s own', () => {
  const task = { ...made(), kind: 'email' as const };
  const to = ['Ada@Example.com'.toLowerCase()];

  test('to the contact, after the task was made, is what was asked for', () => {
    expect(explainsMessage(task, anEnrollment(), { to, at: NOW + MINUTE })).toBe(true);
  });

  test.each([
    ['before the task', task, anEnrollment(), { to, at: NOW - MINUTE }],
    ['to somebody else', task, anEnrollment(), { to: ['b@example.com'], at: NOW }],
    ['after the task was done', { ...task, doneAt: NOW }, anEnrollment(), { to, at: NOW }],
    [
      'while a call is asked for',
      { ...task, kind: 'call' as const },
      anEnrollment(),
      { to, at: NOW },
    ],
    ['for another enrollment', task, anEnrollment({ id: enrollmentId('other') }), { to, at: NOW }],
  ])('%s is not', (_why, of, enrollment, message) => {
    expect(explainsMessage(of, enrollment, message)).toBe(false);
  });
});
