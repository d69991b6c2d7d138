/** RFC 2045, 6.7: no encoded line is longer than this, its closing `=` included. */
const WIDTH = 76;

/**
 * Text as quoted-printable UTF-8. Lines may be of any length; none of the written ones is longer
 * than 76 characters, ends in a space, or starts with a `.` or with `From`, which mail servers of
 * the old kind change.
 *
 * @param text lines separated by `\n`
 */
export function quotedPrintable(text: string): string {
  return text.split('\n').map(encodeLine).join('\r\n');
}

function encodeLine(line: string): string {
  const bytes = new TextEncoder().encode(line);
  const written: string[] = [];
  let current = '';
  for (const [index, byte] of bytes.entries()) {
    const isLast = index === bytes.length - 1;
    let token = encodeByte(byte, isLast);
    if (current.length + token.length > (isLast ? WIDTH : WIDTH - 1)) {
      written.push(`${current}=`);
      current = '';
    }
    if (current === '' && (token === '.' || token === 'F')) token = escapeByte(byte);
    current += token;
  }
  return [...written, current].join('\r\n');
}

function encodeByte(byte: number, isLast: boolean): string {
  const isBlank = byte === 0x20 || byte === 0x09;
  const isVisible = byte > 0x20 && byte < 0x7f && byte !== 0x3d;
  return isVisible || (isBlank && !isLast) ? String.fromCharCode(byte) : escapeByte(byte);
}

function escapeByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
