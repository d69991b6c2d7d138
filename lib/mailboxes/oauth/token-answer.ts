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
  error_codes: v.fallback(v.array(v.number()), []),
});

/** Why the service said no. */
export interface TokenRefusal {
  /** RFC 6749. */
  readonly error: string;
  /** Google's finer reason. */
  readonly subtype?: string;
  /** Microsoft's finer reasons: the number behind `AADSTS`. */
  readonly codes: readonly number[];
}

/** What the token endpoint said. */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly grant: v.InferOutput<typeof grantSchema> }
  | ({ readonly kind: 'refused' } & TokenRefusal)
  | { readonly kind: 'unavailable' };

export function readTokenAnswer({ status, body }: Answer): TokenAnswer {
  if (status === 200) {
    const parsed = v.safeParse(grantSchema, body);
    return parsed.success ? { kind: 'granted', grant: parsed.output } : { kind: 'unavailable' };
  }
  const parsed = v.safeParse(errorSchema, body);
  const isRefusal = status >= 400 && status < 500 && status !== 429 && parsed.success;
  if (!isRefusal) return { kind: 'unavailable' };
  const { error, error_subtype: subtype, error_codes, error_description } = parsed.output;
  const codes = error_codes.length > 0 ? error_codes : codesIn(error_description);
  return { kind: 'refused', error, codes, ...(subtype !== undefined && { subtype }) };
}

/** The numbers in a sentence such as `AADSTS65001: The user or …`. */
export function codesIn(description: string): readonly number[] {
  return [...description.matchAll(/\bAADSTS(\d{4,9})\b/g)].map(([, digits]) => Number(digits));
}
