import { writeHeader } from './header';
import { quotedPrintable } from './quoted-printable';

/**
 * One part of a message: its headers and its body in the shorter of the two encodings. Either way
 * `=_` cannot occur in the body, which the boundary relies on.
 *
 * @param text lines separated by `\n`
 */
export function textPart(subtype: 'plain' | 'html', text: string): string {
  const bytes = new TextEncoder().encode(text);
  const escaped = bytes.reduce((count, byte) => count + (byte > 0x7e || byte === 0x3d ? 1 : 0), 0);
  // Base64 grows every byte by a third, quoted-printable an escaped one to three.
  const quoted = escaped * 6 <= bytes.length;
  return [
    writeHeader('Content-Type', `text/${subtype}; charset=utf-8`),
    writeHeader('Content-Transfer-Encoding', quoted ? 'quoted-printable' : 'base64'),
    '\r\n',
    quoted ? quotedPrintable(text) : base64Lines(text),
  ].join('');
}

function base64Lines(text: string): string {
  const canonical = text.replaceAll('\n', '\r\n');
  const encoded = new TextEncoder().encode(canonical).toBase64();
  return (encoded.match(/.{1,76}/g) ?? []).join('\r\n');
}
