import type { DraftProblem } from '@/components/options/sequence-draft';
import { placeOf, type SequenceDraft } from '@/components/options/sequence-draft';
import type { TemplateProblem } from '@/lib/domain/message/check-template';
import { checkDraft } from './check-draft';
import type { FormState } from './form-state';

/** What is said of a draft while it is typed: tokens at once, the rest once saving was tried. */
export function draftProblems(form: FormState | undefined): readonly DraftProblem[] {
  if (form === undefined) return [];
  const checked = checkDraft(form.draft);
  if (checked.kind === 'ok') return [];
  if (form.attempted) return checked.problems;
  return checked.problems.filter(({ code }) => code === 'tokenUnclosed' || code === 'tokenUnknown');
}

/** What the worker found in a template, at its place in the form. */
export function problemOfTemplate(
  { step, field, variant, code, start, end }: TemplateProblem,
  draft: SequenceDraft,
): DraftProblem {
  const typed = draft.steps[step];
  const other = variant === undefined ? undefined : typed?.variants[variant]?.key;
  return {
    code: code === 'unclosed' ? 'tokenUnclosed' : 'tokenUnknown',
    place: placeOf(typed?.key ?? '', field, other),
    step,
    ...(typed && { kind: typed.kind }),
    range: { start, end },
  };
}
