import { stableFraction } from '@/lib/domain/stable-fraction';

/**
 * Under which name a text of an email is counted: by its step and by what it says, so that its counts
 * outlive every change of the sequence but one of the text itself.
 *
 * @example textKey('step-1', { subject: 'Hello', body: 'Hi.' }) // 'step-1:6k2p0x'
 */
export function textKey(
  stepId: string,
  { subject, body }: { readonly subject: string; readonly body: string },
): string {
  const place = stableFraction(`${subject.length}:${subject}${body}`);
  return `${stepId}:${Math.floor(place * 2 ** 32).toString(36)}`;
}
