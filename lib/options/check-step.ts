import * as v from 'valibot';
import {
  type DraftProblem,
  placeOf,
  type SequenceDraft,
  type StepDraft,
} from '@/components/options/sequence-draft';
import { stepIdSchema } from '@/lib/domain/ids';
import { parseTemplate } from '@/lib/domain/message/template';
import type { DraftStep } from '@/lib/rpc/sequence-messages';
import { wholeNumber } from './whole-number';

const LIMITS = { days: { min: 0, max: 365 }, minutes: { min: 0, max: 1_440 } } as const;

export interface CheckedStep {
  /** As far as it can be read; only meant to be saved when nothing is wrong. */
  readonly step: DraftStep;
  readonly problems: readonly DraftProblem[];
}

/** One email of the form. A follow-up in a thread takes the thread's subject and needs none. */
export function checkStep(draft: SequenceDraft, index: number, typed: StepDraft): CheckedStep {
  const { key, subject, body } = typed;
  const days = wholeNumber(typed.days, LIMITS.days);
  const minutes = wholeNumber(typed.minutes, LIMITS.minutes);
  const needsSubject = index === 0 || !draft.threading;
  const found: (Omit<DraftProblem, 'step'> | undefined | false)[] = [
    days === undefined && { code: 'daysWrong', place: placeOf(key, 'days') },
    minutes === undefined && { code: 'minutesWrong', place: placeOf(key, 'minutes') },
    needsSubject &&
      subject.trim() === '' && { code: 'subjectMissing', place: placeOf(key, 'subject') },
    ...tokenProblems(subject, placeOf(key, 'subject')),
    body.trim() === '' && { code: 'bodyMissing', place: placeOf(key, 'body') },
    ...tokenProblems(body, placeOf(key, 'body')),
  ];
  return {
    step: {
      kind: 'automatedEmail',
      ...idOf(typed.id),
      // The first step runs at once; a delay that it had in another place does not count.
      delay: index === 0 ? { days: 0, minutes: 0 } : { days: days ?? 0, minutes: minutes ?? 0 },
      subject,
      body,
    },
    problems: found.flatMap((problem) => (problem ? [{ ...problem, step: index }] : [])),
  };
}

/** Tokens that cannot be read, with the characters they take. */
export function tokenProblems(
  source: string,
  place: string,
): readonly Omit<DraftProblem, 'step'>[] {
  return parseTemplate(source).errors.map(({ code, start, end }) => ({
    code: code === 'unclosed' ? 'tokenUnclosed' : 'tokenUnknown',
    place,
    range: { start, end },
  }));
}

function idOf(id: string | undefined) {
  const parsed = v.safeParse(stepIdSchema, id);
  return parsed.success ? { id: parsed.output } : {};
}
