/**
 * @returns `undefined` for anything but the two words
 * @example boolOf('TRUE') // true
 */
export function boolOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}
