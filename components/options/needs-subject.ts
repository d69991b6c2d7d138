import type { SequenceDraft } from './sequence-draft';

/** Does the email at this place begin a conversation? Follow-ups in a thread take its subject. */
export function needsSubject(
  { steps, threading }: Pick<SequenceDraft, 'steps' | 'threading'>,
  index: number,
): boolean {
  return !threading || !steps.slice(0, index).some(({ kind }) => kind === 'automatedEmail');
}
