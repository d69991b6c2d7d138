import type { Note } from '@/components/options/note';
import { failureSentence } from '@/lib/i18n/failure-sentence';
import { failureCode } from '@/lib/rpc/failure-code';

/** A request that got no answer, as a note: what happened and what to do next. */
export function failureNote(cause: unknown): Note {
  const { title, next } = failureSentence(failureCode(cause));
  return { tone: 'bad', text: `${title}. ${next}` };
}
