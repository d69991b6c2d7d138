import { type StepText, textsOf, type UnsavedStep } from '@/lib/domain/sequence/texts-of';
import { parseTemplate, type TemplateError } from './template';

/** A token that cannot be read, and where it stands. */
export interface TemplateProblem extends Pick<StepText, 'field' | 'variant'> {
  /** Index of the step. */
  readonly step: number;
  readonly code: TemplateError['code'];
  readonly start: number;
  readonly end: number;
}

/**
 * Everything in the templates of a sequence that would leave raw, in the order of reading.
 *
 * @example checkTemplate([anEmail('Hi {{what}}')])
 * // [{ step: 0, field: 'subject', code: 'badPath', start: 3, end: 11 }]
 */
export function checkTemplate(steps: readonly UnsavedStep[]): readonly TemplateProblem[] {
  return steps.flatMap((texts, step) =>
    textsOf(texts).flatMap(({ text, ...where }) =>
      parseTemplate(text).errors.map((error) => ({ step, ...where, ...error })),
    ),
  );
}
