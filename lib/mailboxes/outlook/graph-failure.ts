import * as v from 'valibot';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { retryAfter } from '@/lib/mailboxes/retry-after';
import type { Answer } from '@/lib/mailboxes/send-request';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';

const errorSchema = v.object({ error: v.object({ code: v.string() }) });

/** The mail or the recipients of a day are used up; they come back bit by bit. */
const SENDING_LIMIT = new Set([
  'ErrorExceededMessageLimit',
  'ErrorMessageSubmissionBlocked',
  'ErrorSubmissionQuotaExceeded',
  'ErrorRecipientLimitExceeded',
]);
/** The rep or the company took a permission back; connecting again asks for it again. */
const SCOPE_LOST = new Set([
  'ErrorAccessDenied',
  'AccessDenied',
  'Authorization_RequestDenied',
  'InvalidAuthenticationToken',
]);

/** Graph's own word for what went wrong, for example `ErrorItemNotFound`; empty when it has none. */
export function graphCode(body: unknown): string {
  const parsed = v.safeParse(errorSchema, body);
  return parsed.success ? parsed.output.error.code : '';
}

/** What an answer other than success means. */
export function graphFailure({ status, headers, body }: Answer, now: Instant): MailboxFailure {
  const code = graphCode(body);
  const asked = retryAfter(headers, now);
  if (SENDING_LIMIT.has(code)) return { kind: 'throttled', retryAt: asked ?? now + HOUR };
  if (status === 429) return { kind: 'throttled', retryAt: asked ?? now + MINUTE };
  if (status === 401 || (status === 403 && SCOPE_LOST.has(code))) return { kind: 'revoked' };
  // 409 and 412: somebody changed the item in the same moment; the next attempt looks again.
  const passes = status >= 500 || [408, 409, 412, 423].includes(status) || status < 400;
  if (passes) return { kind: 'unavailable', ...(asked !== undefined && { retryAt: asked }) };
  return { kind: 'refused', detail: code || `http${status}` };
}
