import * as v from 'valibot';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { retryAfter } from '@/lib/mailboxes/retry-after';
import type { Answer } from '@/lib/mailboxes/send-request';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';

const errorSchema = v.object({
  error: v.object({
    message: v.optional(v.string(), ''),
    status: v.optional(v.string()),
    errors: v.optional(v.array(v.object({ reason: v.optional(v.string()) })), []),
    details: v.optional(v.array(v.object({ reason: v.optional(v.string()) })), []),
  }),
});

/**
 * How long to leave Gmail alone, by its reason, when it names no time itself. The units of a user or
 * a project are counted per minute; a day's quota comes back at midnight on the Pacific, so that an
 * hour is a fair question to ask again.
 */
const WAITS: ReadonlyMap<string, number> = new Map([
  ['rateLimitExceeded', MINUTE],
  ['userRateLimitExceeded', MINUTE],
  ['RATE_LIMIT_EXCEEDED', MINUTE],
  ['RESOURCE_EXHAUSTED', MINUTE],
  ['quotaExceeded', HOUR],
  ['dailyLimitExceeded', HOUR],
]);

/** The mail that a person may send in 24 hours is used up; it comes back bit by bit. */
const SENDING_LIMIT = /mail sending|sending (?:limit|mail)|limit for sending/i;
const SENDING_WAIT = 2 * HOUR;

/** The rep took a permission back; connecting again asks for it again. */
const SCOPE_LOST = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);

/** What an answer other than success means. */
export function gmailFailure(answer: Answer, now: Instant): MailboxFailure {
  const { status } = answer;
  const { message, reasons } = readError(answer.body);
  if (status === 401) return { kind: 'revoked' };
  const waits = reasons.flatMap((reason) => WAITS.get(reason) ?? []);
  if (status === 429 || (status === 403 && waits.length > 0)) {
    const asked = retryAfter(answer.headers, now) ?? instantIn(message);
    const wait = SENDING_LIMIT.test(message) ? SENDING_WAIT : Math.max(MINUTE, ...waits);
    return { kind: 'throttled', retryAt: asked ?? now + wait };
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

/** Gmail says when its sending limit ends in the sentence only: `… Retry after 2026-11-20T…Z`. */
function instantIn(message: string): Instant | undefined {
  const [, text] = /retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i.exec(message) ?? [];
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
