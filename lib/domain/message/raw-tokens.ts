import { parseTemplate } from './template';

/**
 * Tokens that stand in a text as they were written. Text that a
 * person edited is no template any more: what is still in there would leave raw.
 *
 * @example rawTokens('Hi {{contact.first_name}}') // ['{{contact.first_name}}']
 */
export function rawTokens(text: string): readonly string[] {
  const { parts } = parseTemplate(text);
  const tokens = parts.filter((part) => part.kind !== 'text');
  return [...new Set(tokens.map(({ start, end }) => text.slice(start, end)))];
}
