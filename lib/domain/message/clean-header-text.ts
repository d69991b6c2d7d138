/**
 * Text of a person, fit for one header line: line ends, NUL and other controls become a space,
 * runs of spaces one space, a lone surrogate U+FFFD. Everything that is visible stays.
 *
 * @example cleanHeaderText('Hi\r\nBcc: eve@example.com') // 'Hi Bcc: eve@example.com'
 */
export function cleanHeaderText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .replace(/^ | $/g, '');
}

/** As {@link cleanHeaderText}, and without marks that change the direction of what follows. */
export function cleanDisplayName(name: string): string {
  return cleanHeaderText(name.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
}
