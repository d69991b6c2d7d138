import * as v from 'valibot';
import { needsSubject } from '@/components/options/needs-subject';
import {
  type DraftProblem,
  placeOf,
  type SequenceDraft,
  type StepDraft,
} from '@/components/options/sequence-draft';
import { stepIdSchema } from '@/lib/domain/ids';
import type { DraftStep } from '@/lib/rpc/sequence-messages';
import { checkVariants } from './check-variants';
import { type StepProblem, tokenProblems } from './token-problems';
import { wholeNumber } from './whole-number';

const LIMITS = {
  days: { min: 0, max: 365 },
  minutes: { min: 0, max: 1_440 },
  dueInDays: { min: 0, max: 90 },
} as const;

type Found = readonly (StepProblem | undefined | false)[];

export interface CheckedStep {
  /** As far as it can be read; only meant to be saved when nothing is wrong. */
  readonly step: DraftStep;
  readonly problems: readonly DraftProblem[];
}

/** One step of the form. */
export function checkStep(draft: SequenceDraft, index: number, typed: StepDraft): CheckedStep {
  const { key, kind } = typed;
  const days = wholeNumber(typed.days, LIMITS.days);
  const minutes = wholeNumber(typed.minutes, LIMITS.minutes);
  const shared = {
    ...idOf(typed.id),
    // The first step runs at once; a delay that it had in another place does not count.
    delay: index === 0 ? { days: 0, minutes: 0 } : { days: days ?? 0, minutes: minutes ?? 0 },
  };
  const delays: Found = [
    days === undefined && { code: 'daysWrong', place: placeOf(key, 'days') },
    minutes === undefined && { code: 'minutesWrong', place: placeOf(key, 'minutes') },
  ];
  const { step, found } =
    kind === 'automatedEmail'
      ? emailOf(typed, shared, needsSubject(draft, index))
      : taskOf(kind, typed, shared);
  return {
    step,
    problems: [...delays, ...found].flatMap((problem) =>
      problem ? [{ ...problem, step: index, kind }] : [],
    ),
  };
}

type Shared = Pick<DraftStep, 'id' | 'delay'>;
interface Read {
  readonly step: DraftStep;
  readonly found: Found;
}

/** A follow-up in a thread takes the thread's subject and needs none. */
function emailOf(typed: StepDraft, shared: Shared, subjectNeeded: boolean): Read {
  const { key, subject, body } = typed;
  const { variants, problems } = checkVariants(typed, subjectNeeded);
  return {
    step: {
      kind: 'automatedEmail',
      ...shared,
      subject,
      body,
      ...(variants.length > 0 && { variants }),
    },
    found: [
      subjectNeeded &&
        subject.trim() === '' && { code: 'subjectMissing', place: placeOf(key, 'subject') },
      ...tokenProblems(subject, placeOf(key, 'subject')),
      body.trim() === '' && { code: 'bodyMissing', place: placeOf(key, 'body') },
      ...tokenProblems(body, placeOf(key, 'body')),
      ...problems,
    ],
  };
}

/** What a rep writes by hand may be left empty. */
function taskOf(
  kind: Exclude<StepDraft['kind'], 'automatedEmail'>,
  typed: StepDraft,
  shared: Shared,
): Read {
  const { key, title, note, subject, body, priority, hold } = typed;
  const dueInDays = wholeNumber(typed.dueInDays, LIMITS.dueInDays);
  const remindMinutes = typed.remind === '' ? undefined : Number(typed.remind);
  const task = {
    ...shared,
    title,
    note,
    priority,
    dueInDays: dueInDays ?? 0,
    ...(remindMinutes !== undefined && { remindMinutes }),
    hold,
  };
  const isEmail = kind === 'manualEmail';
  return {
    step: isEmail ? { kind, ...task, subject, body } : { kind, ...task },
    found: [
      title.trim() === '' && { code: 'titleMissing', place: placeOf(key, 'title') },
      ...tokenProblems(title, placeOf(key, 'title')),
      ...tokenProblems(note, placeOf(key, 'note')),
      dueInDays === undefined && { code: 'dueWrong', place: placeOf(key, 'dueInDays') },
      ...(isEmail
        ? [
            ...tokenProblems(subject, placeOf(key, 'subject')),
            ...tokenProblems(body, placeOf(key, 'body')),
          ]
        : []),
    ],
  };
}

function idOf(id: string | undefined) {
  const parsed = v.safeParse(stepIdSchema, id);
  return parsed.success ? { id: parsed.output } : {};
}
