/** No mail server passes a longer header on; a hostile one is not read further. */
const READ = 10_000;

/**
 * The addresses in a header such as `From`, for comparing: lower-cased. Names and comments are not
 * looked at, whatever they pretend to be.
 *
 * @example headerAddresses('"ada@example.com" <Eve@example.com>') // ['eve@example.com']
 */
export function headerAddresses(value: string): readonly string[] {
  const bare = value
    .slice(0, READ)
    .replace(/"(?:[^"\\]|\\.)*"/g, ' ')
    .replace(/\([^()]*\)/g, ' ');
  return bare
    .split(',')
    .map((part) => /<([^<>]*)>/.exec(part)?.[1] ?? part)
    .map((address) => address.trim().toLowerCase())
    .filter((address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address));
}
