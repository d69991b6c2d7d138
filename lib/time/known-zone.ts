// Names that were right before, because asking the browser costs a formatter each time.
const known = new Set<string>();

/**
 * Does this browser know the zone?
 *
 * @example isKnownZone('America/New_York') // true
 * @example isKnownZone('+02:00') // false, an offset is not a zone
 */
export function isKnownZone(name: string): boolean {
  if (known.has(name)) return true;
  if (!/^(UTC|[A-Za-z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    known.add(name);
    return true;
  } catch {
    return false;
  }
}
