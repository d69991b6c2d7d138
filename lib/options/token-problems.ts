import type { DraftProblem } from '@/components/options/sequence-draft';
import { parseTemplate } from '@/lib/domain/message/template';

/** What is wrong within a step, before it is known which step that is. */
export type StepProblem = Omit<DraftProblem, 'step' | 'kind'>;

/** Tokens that cannot be read, with the characters they take. */
export function tokenProblems(source: string, place: string): readonly StepProblem[] {
  return parseTemplate(source).errors.map(({ code, start, end }) => ({
    code: code === 'unclosed' ? 'tokenUnclosed' : 'tokenUnknown',
    place,
    range: { start, end },
  }));
}
