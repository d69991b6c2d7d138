import * as v from 'valibot';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';
import { type Instant, SECOND } from '@/lib/time/instant';

const errorSchema = v.object({
  error: v.object({
    message: v.optional(v.string(), ''),
    status: v.optional(v.string()),
    errors: v.optional(v.array(v.object({ reason: v.optional(v.string()) })), []),
    details: v.optional(v.array(v.object({ reason: v.optional(v.string()) })), []),
  }),
});

const THROTTLED = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'dailyLimitExceeded',
  'quotaExceeded',
  'RATE_LIMIT_EXCEEDED',
]);
/** The rep took a permission back; connecting again asks for it again. */
const SCOPE_LOST = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);

/** What an answer other than success means. */
export function gmailFailure(answer: Answer, now: Instant): MailboxFailure {
  const { status } = answer;
  const { message, reasons } = readError(answer.body);
  if (status === 401) return { kind: 'revoked' };
  if (status === 429 || (status === 403 && reasons.some((reason) => THROTTLED.has(reason)))) {
    const retryAt = retryAfter(answer.headers, now) ?? instantIn(message);
    return { kind: 'throttled', ...(retryAt !== undefined && { retryAt }) };
  }
  if (status === 403 && reasons.some((reason) => SCOPE_LOST.has(reason)))
    return { kind: 'revoked' };
  if (status >= 500 || status === 408 || status < 400) return { kind: 'unavailable' };
  return { kind: 'refused', detail: reasons[0] ?? `http${status}` };
}

function readError(body: unknown): {
  readonly message: string;
  readonly reasons: readonly string[];
} {
  const parsed = v.safeParse(errorSchema, body);
  if (!parsed.success) return { message: '', reasons: [] };
  const { message, status, errors, details } = parsed.output.error;
  const reasons = [...errors, ...details].map(({ reason }) => reason).concat(status);
  return { message, reasons: reasons.filter((reason) => reason !== undefined) };
}

/** RFC 9110: seconds, or a date. */
function retryAfter(headers: Headers, now: Instant): Instant | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * SECOND;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

/** Gmail says when its sending limit ends in the sentence only: `… Retry after 2026-11-20T…Z`. */
function instantIn(message: string): Instant | undefined {
  const [, text] = /retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i.exec(message) ?? [];
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
