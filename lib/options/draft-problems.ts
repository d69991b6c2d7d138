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
  { step, field, code, start, end }: TemplateProblem,
  draft: SequenceDraft,
): DraftProblem {
  return {
    code: code === 'unclosed' ? 'tokenUnclosed' : 'tokenUnknown',
    place: placeOf(draft.steps[step]?.key ?? '', field),
    step,
    range: { start, end },
  };
}
