import * as v from 'valibot';
import { needsSubject } from '@/components/options/needs-subject';
import type { PreviewStep, PreviewView } from '@/components/options/preview-view';
import type { SequenceDraft, StepDraft } from '@/components/options/sequence-draft';
import type { Contact } from '@/lib/domain/contact/contact';
import type { EmailAddress } from '@/lib/domain/contact/email-address';
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
import { variantOf } from '@/lib/domain/sequence/variant-of';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { wallClockOf } from '@/lib/time/zoned';
import { windowOf } from './check-draft';
import { checkStep } from './check-step';
import { previewParts } from './preview-parts';
import { wholeNumber } from './whole-number';

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
  const [to] = contact.emails;
  const first = draft.steps.find(({ kind }) => kind === 'automatedEmail');
  const threadSubject = first && textFor(first, to).subject;
  const steps = draft.steps.map((step, index): PreviewStep => {
    const at = dates?.[index];
    const common = { key: step.key, kind: step.kind, ...(at !== undefined && { at }) };
    if (step.kind !== 'automatedEmail') return { ...common, ...taskView(step, values) };
    const { letter, subject, body } = textFor(step, to);
    const own = needsSubject(draft, index) ? subject : (threadSubject ?? subject);
    return {
      ...common,
      ...(step.variants.length > 0 && { variant: letter }),
      subject: previewParts(own, values),
      body: previewParts(body, values),
    };
  });
  const missing = steps
    .flatMap(({ subject = [], body = [] }) => [...subject, ...body])
    .filter((part) => part.kind === 'missing')
    .map((part) => part.text);
  return {
    zone,
    zoneSource: contact.zone === undefined ? 'sender' : 'contact',
    steps,
    missing: [...new Set(missing)],
  };
}

/** A step that was not saved yet goes by its key, so that its split holds still while it is typed. */
function textFor({ id, key, subject, body, variants }: StepDraft, to: EmailAddress | undefined) {
  const texts = variants.map((one) => ({
    id: one.key,
    subject: one.subject,
    body: one.body,
    share: wholeNumber(one.share, { min: 1, max: 99 }) ?? 1,
  }));
  const step = { id: v.parse(stepIdSchema, id ?? key), subject, body, variants: texts };
  return to === undefined ? { letter: 'A', subject, body } : variantOf(step, to);
}

function taskView(step: StepDraft, values: ReadonlyMap<string, string>): Partial<PreviewStep> {
  return {
    title: previewParts(step.title, values),
    note: previewParts(step.note, values),
    hold: step.hold,
    ...(step.kind === 'manualEmail' && {
      subject: previewParts(step.subject, values),
      body: previewParts(step.body, values),
    }),
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
