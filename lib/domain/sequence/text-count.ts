import * as v from 'valibot';

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What has become of one text of an email. */
export const textCountSchema = v.object({
  /** Emails with it that have left. */
  sent: countSchema,
  /** Enrollments in which it was the last before the contact answered. */
  answered: countSchema,
});

export type TextCount = Readonly<v.InferOutput<typeof textCountSchema>>;

/** By {@link textKey}. */
export type TextCounts = Readonly<Record<string, TextCount>>;

/**
 * One more of what happened to a text.
 *
 * @example countText(undefined, 'step-1:a', 'sent') // { 'step-1:a': { sent: 1, answered: 0 } }
 */
export function countText(counts: TextCounts = {}, key: string, what: keyof TextCount): TextCounts {
  const before = counts[key] ?? { sent: 0, answered: 0 };
  return { ...counts, [key]: { ...before, [what]: before[what] + 1 } };
}
