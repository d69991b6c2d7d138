import { MimeError } from './mime-error';

const WIDTH = 76;
/** RFC 5322, 2.1.1: no line may be longer, in bytes and without its CRLF. */
const LINE_LIMIT = 998;
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,75}$/;

/**
 * Writes one header, folded at its spaces, with its CRLF at the end. The last line of defense: a
 * value with a line end or another control character is refused, whoever prepared it.
 *
 * @throws {MimeError} when name or value could break out of the header
 * @example writeHeader('Subject', 'Hello') // 'Subject: Hello\r\n'
 */
export function writeHeader(name: string, value: string): string {
  if (!NAME.test(name)) throw new MimeError('badHeaderName', name);
  if (/\p{Cc}/u.test(value)) throw new MimeError('badHeaderValue', value);
  const lines = fold(`${name}: ${value}`);
  for (const line of lines) {
    if (new TextEncoder().encode(line).length > LINE_LIMIT)
      throw new MimeError('lineTooLong', name);
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Breaks before a space once a line is full. The space stays and starts the next line. */
function fold(text: string): readonly string[] {
  const [head = '', ...words] = text.split(' ');
  const lines = [head];
  for (const [index, word] of words.entries()) {
    const line = lines.at(-1) ?? '';
    const fits = line.length + 1 + word.length <= WIDTH;
    // Never right after the name: a first line without a value upsets some readers.
    if (fits || index === 0) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines;
}
