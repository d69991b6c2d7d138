import * as v from 'valibot';
import type { PreviewEmail, PreviewView } from '@/components/options/preview-view';
import type { SequenceDraft } from '@/components/options/sequence-draft';
import type { Contact } from '@/lib/domain/contact/contact';
import { sequenceIdSchema, stepIdSchema } from '@/lib/domain/ids';
import { tokenFields } from '@/lib/domain/message/token-fields';
import { backAt } from '@/lib/domain/schedule/back-at';
import type { Calendar } from '@/lib/domain/schedule/calendar';
import { intoWindow } from '@/lib/domain/schedule/into-window';
import { planSteps } from '@/lib/domain/schedule/plan-steps';
import { planKey } from '@/lib/domain/schedule/step-key';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Step } from '@/lib/domain/sequence/step';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { wallClockOf } from '@/lib/time/zoned';
import { windowOf } from './check-draft';
import { checkStep } from './check-step';
import { previewParts } from './preview-parts';

export interface PreviewFacts {
  /** The id of the sequence, or `new`: the spread of the dates depends on it. */
  readonly item: string;
  readonly contact: Contact;
  readonly sender: Sender | undefined;
  /** Where this computer is, for a rep without a mailbox. */
  readonly zone: Zone;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** What a draft would send to this contact and when, by the same rules that send it. */
export function previewSequence(draft: SequenceDraft, facts: PreviewFacts): PreviewView {
  const { contact, sender } = facts;
  const zone = contact.zone ?? sender?.zone ?? facts.zone;
  const dates = datesOf(draft, facts, zone);
  const values = tokenFields(contact, contact.emails[0], sender);
  const firstSubject = draft.steps[0]?.subject ?? '';
  const emails = draft.steps.map(({ key, subject, body }, index): PreviewEmail => {
    const at = dates?.[index];
    return {
      key,
      ...(at !== undefined && { at }),
      subject: previewParts(draft.threading && index > 0 ? firstSubject : subject, values),
      body: previewParts(body, values),
    };
  });
  const missing = emails
    .flatMap((email) => [...email.subject, ...email.body])
    .filter((part) => part.kind === 'missing')
    .map((part) => part.text);
  return {
    zone,
    zoneSource: contact.zone === undefined ? 'sender' : 'contact',
    emails,
    missing: [...new Set(missing)],
  };
}

/** One per step, or none at all while something that they depend on is not right. */
function datesOf(
  draft: SequenceDraft,
  { item, contact, sender, calendar, now }: PreviewFacts,
  zone: Zone,
): readonly Instant[] | undefined {
  const window = windowOf(draft);
  const to = contact.emails[0];
  const checked = draft.steps.map((step, index) => checkStep(draft, index, step));
  const wrong = checked
    .flatMap(({ problems }) => problems)
    .some(({ code }) => code === 'daysWrong' || code === 'minutesWrong');
  if (window === undefined || to === undefined || wrong) return undefined;
  const steps = checked.map(
    ({ step }, index): Step => ({
      ...step,
      id: step.id ?? v.parse(stepIdSchema, draft.steps[index]?.key),
    }),
  );
  const times = {
    zone,
    settings: { days: draft.days, window },
    calendar: withAbsence(calendar, sender),
    spreadKey: planKey(to, v.parse(sequenceIdSchema, item)),
  };
  const back = backAt(now, times.calendar.absence);
  const firstAt = back === undefined ? now : intoWindow(back, times);
  const clockMinute = wallClockOf(firstAt, zone).minute;
  return planSteps(steps, { ...times, start: 0, firstAt, clockMinute }).map(({ at }) => at);
}
