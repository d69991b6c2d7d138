/**
 * A whole number as somebody typed it, within its bounds.
 *
 * @example wholeNumber(' 12 ', { min: 0, max: 365 }) // 12
 * @example wholeNumber('1e2', { min: 0, max: 365 }) // undefined
 */
export function wholeNumber(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}
