import type { Contact } from '@/lib/domain/contact/contact';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { TaskId } from '@/lib/domain/ids';
import { renderTemplate } from '@/lib/domain/message/render-template';
import { tokenFields } from '@/lib/domain/message/token-fields';
import { addEligibleDays } from '@/lib/domain/schedule/add-eligible-days';
import type { Calendar } from '@/lib/domain/schedule/calendar';
import type { Sender } from '@/lib/domain/sender/sender';
import type { SequenceSettings } from '@/lib/domain/sequence/settings';
import type { StepKind, TaskStep } from '@/lib/domain/sequence/step';
import { type Instant, MINUTE } from '@/lib/time/instant';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import type { Task } from './task';

const TITLE_LENGTH = 200;
const NOTE_LENGTH = 5_000;

const KINDS: Readonly<Record<Exclude<StepKind, 'automatedEmail'>, Task['kind']>> = {
  manualEmail: 'email',
  callTask: 'call',
  generalTask: 'general',
  linkedInConnect: 'linkedInConnect',
  linkedInMessage: 'linkedInMessage',
};

/**
 * The task that a step becomes when it runs.
 *
 * It is due so many eligible days later, at the same clock time, on the clock of the rep who has to
 * do it. A reminder that would lie in the past comes at once. Title and note are for the rep only, so
 * a token that nothing fills stays readable instead of stopping anything.
 *
 * @param id the key of its outbox row, so that the same step never becomes two tasks
 * @param now when it runs
 * @example taskOfStep({ step, index: 1, … }, now).dueAt // tomorrow, for `dueInDays: 1`
 */
export function taskOfStep(
  made: {
    readonly id: TaskId;
    readonly step: TaskStep;
    readonly index: number;
    readonly enrollment: Pick<Enrollment, 'id' | 'contactId' | 'to' | 'placeholders'>;
    readonly contact: Contact;
    readonly sender: Sender;
    readonly settings: Pick<SequenceSettings, 'days'>;
    readonly calendar: Calendar;
  },
  now: Instant,
): Task {
  const { step, enrollment, contact, sender } = made;
  const fields = {
    values: tokenFields(contact, enrollment.to, sender),
    placeholders: enrollment.placeholders,
  };
  const note = renderTemplate(step.note, fields).text.trim();
  const dueAt = dueOf(made, now);
  const { remindMinutes } = step;
  return {
    id: made.id,
    contactId: enrollment.contactId,
    kind: KINDS[step.kind],
    title: cut(renderTemplate(step.title, fields).text.trim(), TITLE_LENGTH),
    ...(note !== '' && { note: cut(note, NOTE_LENGTH) }),
    priority: step.priority,
    ofStep: {
      enrollmentId: enrollment.id,
      stepId: step.id,
      stepIndex: made.index,
      hold: step.hold,
    },
    dueAt,
    ...(remindMinutes !== undefined && {
      remindAt: Math.max(now, dueAt - remindMinutes * MINUTE),
    }),
    createdAt: now,
  };
}

function dueOf(
  { step, sender, settings, calendar }: Parameters<typeof taskOfStep>[0],
  now: Instant,
): Instant {
  if (step.dueInDays === 0) return now;
  const { date, minute } = wallClockOf(now, sender.zone);
  const day = addEligibleDays(date, step.dueInDays, settings.days, calendar);
  return instantOf(day, minute, sender.zone, 'compatible');
}

/** Never through the middle of a character that takes two places. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
