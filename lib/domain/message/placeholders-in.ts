import { parseTemplate } from './template';

/**
 * Names of the placeholders that a rep has to fill in for these steps, each once, in the order in
 * which they are met.
 *
 * @example placeholdersIn([{ subject: '{{placeholder:Why now}}', body: '' }]) // ['Why now']
 */
export function placeholdersIn(
  steps: readonly { readonly subject: string; readonly body: string }[],
): readonly string[] {
  const names = steps
    .flatMap(({ subject, body }) => [subject, body])
    .flatMap((text) => parseTemplate(text).parts)
    .filter((part) => part.kind === 'placeholder')
    .map(({ name }) => name);
  return [...new Set(names)];
}
