import type { Sequence } from '@/lib/domain/sequence/sequence';
import { isTaskStep } from '@/lib/domain/sequence/step';
import { textKey } from '@/lib/domain/sequence/text-key';
import { variantOf } from '@/lib/domain/sequence/variant-of';
import type { Enrollment } from './enrollment';

/**
 * The text of the sequence that this step sends to this contact, by its key; `undefined` for a task,
 * and for an email that the rep has rewritten for them: that says nothing about the sequence.
 *
 * @example countedText(enrollment, sequence, 0) // 'step-1:6k2p0x'
 */
export function countedText(
  { edited, to }: Pick<Enrollment, 'edited' | 'to'>,
  { steps }: Pick<Sequence, 'steps'>,
  index: number,
): string | undefined {
  const step = steps[index];
  const isOwn = step === undefined || edited.some(({ stepId }) => stepId === step.id);
  return isOwn || isTaskStep(step) ? undefined : textKey(step.id, variantOf(step, to));
}
