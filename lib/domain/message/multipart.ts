import { writeHeader } from './header';

/**
 * Joins parts into `multipart/alternative`, the plainest first. The boundary is made from a seed:
 * nothing here is random. It starts with `=_`, which neither quoted-printable (an `=` is followed by
 * a digit pair or a line end) nor base64 (no `_`) can produce, so that no body holds it.
 */
export function multipartAlternative(parts: readonly string[], seed: string): string {
  const boundary = boundaryFor(seed);
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  const header = writeHeader('Content-Type', `multipart/alternative; boundary="${boundary}"`);
  return `${header}\r\n${body}--${boundary}--\r\n`;
}

function boundaryFor(seed: string): string {
  // FNV-1a: messages quoted inside each other should have different boundaries, no more.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193);
  return `=_alternative_${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
