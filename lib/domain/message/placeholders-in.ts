import { textsOf, type UnsavedStep } from '@/lib/domain/sequence/texts-of';
import { parseTemplate } from './template';

/**
 * Names of the placeholders that a rep has to fill in for these steps, each once, in the order in
 * which they are met.
 *
 * @example placeholdersIn([anEmail('{{placeholder:Why now}}')]) // ['Why now']
 */
export function placeholdersIn(steps: readonly UnsavedStep[]): readonly string[] {
  const names = steps
    .flatMap(textsOf)
    .flatMap(({ text }) => parseTemplate(text).parts)
    .filter((part) => part.kind === 'placeholder')
    .map(({ name }) => name);
  return [...new Set(names)];
}
