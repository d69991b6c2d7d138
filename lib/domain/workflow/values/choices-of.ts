/**
 * The values of an enumeration, which are stored with `;` between them. Their case counts, because
 * they are names and not text.
 *
 * @returns each once, `undefined` when there is none
 * @example choicesOf('red;blue') // ['red', 'blue']
 */
export function choicesOf(text: string): readonly string[] | undefined {
  if (!text.includes(';')) {
    const only = text.trim();
    return only === '' ? undefined : [only];
  }
  const choices = new Set(text.split(';').map((choice) => choice.trim()));
  choices.delete('');
  return choices.size === 0 ? undefined : [...choices];
}
