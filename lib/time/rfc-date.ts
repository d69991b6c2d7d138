import type { Instant } from './instant';

/**
 * An instant as RFC 5322 writes it in a `Date` header, in UTC.
 *
 * @example rfcDate(0) // 'Thu, 01 Jan 1970 00:00:00 +0000'
 */
export function rfcDate(at: Instant): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
