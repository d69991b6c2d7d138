/** Below the first combining mark every text is composed already. */
const MAY_BE_DECOMPOSED = /[\u0300-\uffff]/;

/**
 * Text as filters compare it: without case (HubSpot's comparisons of text ignore it) and with accents
 * composed, because some systems store them apart.
 *
 * @example fold('ŁÓDŹ') === fold('łódź') // true
 */
export function fold(text: string): string {
  return (MAY_BE_DECOMPOSED.test(text) ? text.normalize() : text).toLowerCase();
}
