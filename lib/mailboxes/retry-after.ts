import { type Instant, SECOND } from '@/lib/time/instant';

/** When a provider wants to be asked again (RFC 9110): seconds, or a date. */
export function retryAfter(headers: Headers, now: Instant): Instant | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * SECOND;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
