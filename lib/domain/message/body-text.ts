/**
 * Text of a person, fit for a message body: one kind of line end (`\n`), no invisible controls, no
 * byte order mark in front, a lone surrogate becomes U+FFFD.
 */
export function bodyText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not leave.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .replace(/^\ufeff+/, '')
  );
}
