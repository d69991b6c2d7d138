import { placeOf, type StepDraft } from '@/components/options/sequence-draft';
import type { Variant } from '@/lib/domain/sequence/step';
import { type StepProblem, tokenProblems } from './token-problems';
import { wholeNumber } from './whole-number';

/** The other texts of an email, and what is wrong with them. */
export function checkVariants(
  { key, variants }: Pick<StepDraft, 'key' | 'variants'>,
  subjectNeeded: boolean,
): { readonly variants: Variant[]; readonly problems: readonly StepProblem[] } {
  const read = variants.map((typed): { variant: Variant; found: (StepProblem | false)[] } => {
    const { subject, body } = typed;
    const at = (field: 'subject' | 'body' | 'share') => placeOf(key, field, typed.key);
    const share = wholeNumber(typed.share, { min: 1, max: 99 });
    return {
      variant: { id: typed.key, subject, body, share: share ?? 1 },
      found: [
        subjectNeeded && subject.trim() === '' && { code: 'subjectMissing', place: at('subject') },
        ...tokenProblems(subject, at('subject')),
        body.trim() === '' && { code: 'bodyMissing', place: at('body') },
        ...tokenProblems(body, at('body')),
        share === undefined && { code: 'shareWrong', place: at('share') },
      ],
    };
  });
  const total = read.reduce((sum, { variant }) => sum + variant.share, 0);
  const [first] = variants;
  const problems = read.flatMap(({ found }) => found.filter((problem) => problem !== false));
  return {
    variants: read.map(({ variant }) => variant),
    problems:
      first && total > 99
        ? [...problems, { code: 'sharesTooMany', place: placeOf(key, 'share', first.key) }]
        : problems,
  };
}
