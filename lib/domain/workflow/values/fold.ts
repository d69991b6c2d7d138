/**
 * Text as filters compare it: without case (HubSpot's comparisons of text ignore it) and with accents
 * composed, because some systems store them apart.
 *
 * @example fold('ŁÓDŹ') === fold('łódź') // true
 */
export function fold(text: string): string {
  return text.normalize().toLowerCase();
}
