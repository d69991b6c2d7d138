import { createHash } from 'node:crypto';

/**
 * The id that Chromium gives to an unpacked extension: the first half of the SHA-256 of its folder's
 * path, spelled with the letters a to p.
 */
export function extensionIdOf(folder: string): string {
  const bytes = Buffer.from(folder, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
