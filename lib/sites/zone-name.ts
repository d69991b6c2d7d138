const IANA = /^(?:UTC|[A-Za-z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/;

/**
 * Does this read like the name of a time zone? Whether any clock keeps it is for the worker to say,
 * which parses every person again; the table that knows it would be a tenth of the overlay.
 *
 * @example zoneName(' Europe/Warsaw ') // 'Europe/Warsaw'
 * @example zoneName('CET') // undefined
 */
export function zoneName(text: string | undefined): string | undefined {
  const name = text?.trim() ?? '';
  return name.length <= 64 && IANA.test(name) ? name : undefined;
}
