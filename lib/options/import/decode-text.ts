/**
 * The text of a file that a spreadsheet wrote: UTF-8 where it is that, else UTF-16 by its mark, else
 * the code page that Windows uses for this language, as Excel does.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>, language: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const codePage = language === 'pl' ? 'windows-1250' : 'windows-1252';
    return new TextDecoder(codePage).decode(bytes);
  }
}
