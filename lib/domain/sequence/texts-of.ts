import type { Step } from './step';
import { emailTexts } from './variant-of';

/** A template of a step, and which of its fields it is. */
export interface StepText {
  readonly field: 'subject' | 'body' | 'title' | 'note';
  /** Of an email with several texts: which, counted from 0; absent for the step's own. */
  readonly variant?: number;
  readonly text: string;
}

type WithoutId<S> = S extends Step ? Omit<S, 'id'> : never;

/** A step that may not have an id yet. */
export type UnsavedStep = WithoutId<Step>;

/**
 * Every template of a step in the order of reading, all variants of an email included.
 *
 * @example textsOf(callStep).map(({ field }) => field) // ['title', 'note']
 */
export function textsOf(step: UnsavedStep): readonly StepText[] {
  if (step.kind === 'automatedEmail') {
    return emailTexts(step).flatMap(({ subject, body }, index) => {
      const variant = index === 0 ? {} : { variant: index - 1 };
      return [
        { field: 'subject', ...variant, text: subject } as const,
        { field: 'body', ...variant, text: body } as const,
      ];
    });
  }
  const task = [
    { field: 'title', text: step.title },
    { field: 'note', text: step.note },
  ] as const;
  if (step.kind !== 'manualEmail') return task;
  return [...task, { field: 'subject', text: step.subject }, { field: 'body', text: step.body }];
}

/**
 * The templates of a step that are to leave as an email, by itself or from the rep's own hand.
 *
 * @example emailTextsOf(callStep) // []
 */
export function emailTextsOf(step: UnsavedStep): readonly string[] {
  return textsOf(step)
    .filter(({ field }) => field === 'subject' || field === 'body')
    .map(({ text }) => text);
}
