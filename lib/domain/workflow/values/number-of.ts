const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * The number that a stored text is, or `NaN`: what `Number` takes for one (hexadecimal, blanks) is not.
 *
 * @example numberOf('12.50') // 12.5
 * @example numberOf('a dozen') // NaN
 */
export function numberOf(text: string): number {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return Number.NaN;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : Number.NaN;
}
