import type { TextCount } from '@/lib/domain/sequence/text-count';
import { locale } from './locale';
import { t } from './t';

/** How often a text was sent and answered, as a person says it. */
export function textResult({ sent, answered }: TextCount): string {
  const part = new Intl.NumberFormat(locale(), { style: 'percent' });
  // The counts may begin in the middle: an answer to what left before is no more than all.
  const share = part.format(Math.min(1, answered / Math.max(1, sent)));
  return t('sequenceForm.result', [String(sent), String(answered), share]);
}
