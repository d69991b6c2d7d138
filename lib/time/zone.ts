import * as v from 'valibot';
import { isKnownZone } from './known-zone';

/**
 * An IANA time zone that this browser knows, for example `Europe/Warsaw`.
 * Fixed offsets are refused: they have no daylight saving time, and contacts do.
 */
export const zoneSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check(isKnownZone, 'expected an IANA time zone'),
  v.brand('Zone'),
);

export type Zone = v.InferOutput<typeof zoneSchema>;

/**
 * Reads a zone from text that a page, a file or a person supplied.
 *
 * @param text anything, for example what a CRM shows in its time zone field
 * @returns the zone, or `undefined` when the browser does not know it
 * @example parseZone('Europe/Warsaw') // 'Europe/Warsaw'
 * @example parseZone('CET-ish') // undefined
 */
export function parseZone(text: unknown): Zone | undefined {
  const parsed = v.safeParse(zoneSchema, typeof text === 'string' ? text.trim() : text);
  return parsed.success ? parsed.output : undefined;
}
