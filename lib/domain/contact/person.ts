import * as v from 'valibot';

/** Where a page's record lives: which site, whose account there, which record. */
export const siteRefSchema = v.object({
  site: v.pipe(v.string(), v.maxLength(32), v.check(isWellFormed)),
  account: v.pipe(v.string(), v.maxLength(128), v.check(isWellFormed)),
  recordId: v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.check(isWellFormed)),
});

export type SiteRef = v.InferOutput<typeof siteRefSchema>;

/** Half a surrogate pair cannot become a part of a key, see {@link siteRefKey}. */
function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

/** Marked, or every page that only cleans text would carry the schemas below. */
/* @__NO_SIDE_EFFECTS__ */
function text(limit: number) {
  return v.pipe(
    v.string(),
    v.transform((s) => cleanText(s, limit)),
  );
}

/**
 * Text of a page, made safe to keep: no control or direction-changing characters, no halves of a
 * surrogate pair, white space folded, never longer than `limit`. Markup stays what it is, text, and is only ever shown as text.
 *
 * @example cleanText('Ada\r\nBcc: eve', 200) // 'Ada Bcc: eve'
 */
export function cleanText(raw: string, limit: number): string {
  const head = raw.slice(0, limit * 4);
  const visible = head.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Cs}]+/gu, '');
  return [...visible.replace(/\s+/gu, ' ').trim()].slice(0, limit).join('').trim();
}

/**
 * A person as a page shows them. Nothing here is trusted: addresses are checked later and the name
 * is a hint. A page with two addresses for one person lists both, the likelier first.
 */
export const personSchema = v.object({
  ref: v.optional(siteRefSchema),
  name: text(200),
  emails: v.pipe(v.array(text(320)), v.maxLength(20)),
  company: v.optional(text(200)),
  zone: v.optional(text(64)),
  properties: v.optional(v.record(v.pipe(v.string(), v.maxLength(64)), text(1_000)), {}),
});

export type Person = v.InferOutput<typeof personSchema>;
