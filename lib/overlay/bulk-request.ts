import type { CheckCode } from '@/lib/domain/enrollment/check';
import type { Input } from '@/lib/rpc/protocol';
import type { BulkFormState } from './bulk-form-state';

/** Warnings that were on screen when the person accepted them; one that appears only later is not. */
export function acceptedWarnings({ acceptsWarned, answer }: BulkFormState): CheckCode[] {
  if (!acceptsWarned.peek()) return [];
  // How many there are is asked in a step of its own.
  return (answer.peek()?.preview.warnings ?? []).filter((code) => code !== 'bulkSize');
}

/** Asks for exactly what was on screen. */
export function bulkChoices(
  state: BulkFormState,
  /** What the person confirmed, if they were asked. */
  confirmed: number | undefined,
): Input<'bulk.start'>['choices'] | undefined {
  const { sequenceId, senderId, from } = state.answer.peek()?.preview ?? {};
  if (sequenceId === undefined || senderId === undefined) return undefined;
  const { startStep, sendAt } = state.choices.peek();
  const accepted = acceptedWarnings(state);
  return {
    sequenceId,
    senderId,
    from,
    startStep,
    sendAt,
    placeholders: state.placeholders.peek(),
    accepted: confirmed === undefined ? accepted : [...accepted, 'bulkSize'],
    confirmed,
  };
}
