import type { StepKind } from '@/lib/domain/sequence/step';
import { t } from './t';

/**
 * What a step is called among the others.
 *
 * @param index counted from 0
 */
export function stepName(kind: StepKind, index: number): string {
  return t(`sequenceForm.step.${kind}`, [String(index + 1)]);
}
