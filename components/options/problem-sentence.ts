import { stepName } from '@/lib/i18n/step-name';
import { t } from '@/lib/i18n/t';
import type { DraftProblem } from './sequence-draft';

/** What is wrong, in a sentence; of a step, with its name before it. */
export function problemSentence(problem: DraftProblem): string {
  const sentence = t(`sequenceForm.problem.${problem.code}`);
  if (problem.step === undefined) return sentence;
  return `${stepName(problem.kind ?? 'automatedEmail', problem.step)}: ${sentence}`;
}

/** The first thing that is wrong at a place, for the field itself. */
export function problemAt(problems: readonly DraftProblem[], place: string): string | undefined {
  const problem = problems.find((one) => one.place === place && one.range === undefined);
  return problem && t(`sequenceForm.problem.${problem.code}`);
}
