import { parseTemplate, type TemplateError } from './template';

/** A token that cannot be read, and where it stands. */
export interface TemplateProblem {
  /** Index of the step. */
  readonly step: number;
  readonly field: 'subject' | 'body';
  readonly code: TemplateError['code'];
  readonly start: number;
  readonly end: number;
}

/**
 * Everything in the templates of a sequence that would leave raw, in the order of reading.
 *
 * @example checkTemplate([{ subject: 'Hi {{what}}', body: '' }])
 * // [{ step: 0, field: 'subject', code: 'badPath', start: 3, end: 11 }]
 */
export function checkTemplate(
  steps: readonly { readonly subject: string; readonly body: string }[],
): readonly TemplateProblem[] {
  return steps.flatMap((texts, step) =>
    (['subject', 'body'] as const).flatMap((field) =>
      parseTemplate(texts[field]).errors.map((error) => ({ step, field, ...error })),
    ),
  );
}
