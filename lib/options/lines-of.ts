/** No address is longer, and no message carries more. */
const LONGEST = 320;

/**
 * What was pasted, one entry each: by line, comma or semicolon, without doubles.
 *
 * @example linesOf('a@example.com, @example.org\n').lines // ['a@example.com', '@example.org']
 */
export function linesOf(text: string): {
  readonly lines: readonly string[];
  readonly tooLong: readonly string[];
} {
  const entries = text
    .split(/[\n\r,;]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const unique = [...new Set(entries)];
  return {
    lines: unique.filter((entry) => entry.length <= LONGEST),
    tooLong: unique.filter((entry) => entry.length > LONGEST),
  };
}
