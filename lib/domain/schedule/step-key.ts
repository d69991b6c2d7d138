import { addressKey, type EmailAddress } from '@/lib/domain/contact/email-address';
import type { SequenceId, StepId } from '@/lib/domain/ids';

/**
 * Whose plan it is, for the spread. Made of what is known before enrolling, so that the preview shows
 * the very instants that the enrollment will have.
 *
 * @example planKey('ada@example.com', sequence.id) // 'sequence-1:ada@example.com'
 */
export function planKey(to: EmailAddress, sequenceId: SequenceId): string {
  return `${sequenceId}:${addressKey(to)}`;
}

/** The key of one step of that plan, see `spread`. */
export function stepKey(plan: string, stepId: StepId): string {
  return `${plan}:${stepId}`;
}
