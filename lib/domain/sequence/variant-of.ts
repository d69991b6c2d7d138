import { addressKey, type EmailAddress } from '@/lib/domain/contact/email-address';
import { stableFraction } from '@/lib/domain/stable-fraction';
import type { AutomatedEmail } from './step';

/** One text of an email, under the letter that a rep knows it by. */
export interface EmailText {
  /** `A` is the step's own. */
  readonly letter: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * All texts of an email step, its own first.
 *
 * @example emailTexts({ subject, body, variants: [b] }).map(({ letter }) => letter) // ['A', 'B']
 */
export function emailTexts({
  subject,
  body,
  variants = [],
}: Pick<AutomatedEmail, 'subject' | 'body' | 'variants'>): readonly EmailText[] {
  return [{ subject, body }, ...variants].map((text, index) => ({
    letter: String.fromCharCode(65 + index),
    subject: text.subject,
    body: text.body,
  }));
}

/**
 * Which text of an email this contact gets. Fixed by their address and the step, so that a preview,
 * a retry and a later version of the sequence all say the same.
 *
 * Variants take their share from the far end, the first one outermost, and A has what is left: adding
 * one takes contacts away from A only.
 *
 * @example variantOf(step, enrollment.to).letter // 'B'
 */
export function variantOf(
  step: Pick<AutomatedEmail, 'id' | 'subject' | 'body' | 'variants'>,
  to: EmailAddress,
): EmailText {
  const [own, ...others] = emailTexts(step);
  const place = stableFraction(`${step.id}:${addressKey(to)}`) * 100;
  let from = 100;
  for (const [index, { share }] of (step.variants ?? []).entries()) {
    from -= share;
    const text = others[index];
    if (place >= from && text !== undefined) return text;
  }
  return own ?? { letter: 'A', subject: step.subject, body: step.body };
}
