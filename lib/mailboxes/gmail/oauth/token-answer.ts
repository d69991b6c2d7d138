import * as v from 'valibot';
import type { Answer } from '@/lib/mailboxes/send-request';

const grantSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(1)),
  expires_in: v.optional(v.pipe(v.number(), v.minValue(0)), 3_600),
  refresh_token: v.optional(v.string()),
  scope: v.optional(v.string()),
});

const errorSchema = v.object({
  error: v.string(),
  error_description: v.optional(v.string(), ''),
  error_subtype: v.optional(v.string()),
});

/** What the token endpoint said. */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly grant: v.InferOutput<typeof grantSchema> }
  | { readonly kind: 'refused'; readonly error: string; readonly subtype?: string }
  | { readonly kind: 'unavailable' };

export function readTokenAnswer({ status, body }: Answer): TokenAnswer {
  if (status === 200) {
    const parsed = v.safeParse(grantSchema, body);
    return parsed.success ? { kind: 'granted', grant: parsed.output } : { kind: 'unavailable' };
  }
  const parsed = v.safeParse(errorSchema, body);
  const isRefusal = status >= 400 && status < 500 && status !== 429 && parsed.success;
  if (!isRefusal) return { kind: 'unavailable' };
  const { error, error_subtype: subtype } = parsed.output;
  return { kind: 'refused', error, ...(subtype !== undefined && { subtype }) };
}
