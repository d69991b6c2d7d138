import type { Check } from '@/lib/domain/enrollment/check';
import { t } from '@/lib/i18n/t';
import type { Tone } from './badge';
import { Icon } from './icon';
import { TONE_ICON } from './tone-icon';

const TONES: Readonly<Record<Check['result'], Tone>> = { pass: 'good', warn: 'warn', block: 'bad' };

export interface CheckRowProps {
  readonly result: Check['result'];
  /** What was found, as one sentence. */
  readonly sentence: string;
}

/** One precondition and what came of it. */
export function CheckRow({ result, sentence }: CheckRowProps) {
  const tone = TONES[result];
  const labels = {
    pass: t('ui.check.pass'),
    warn: t('ui.check.warn'),
    block: t('ui.check.block'),
  };
  return (
    <li class="so-check" data-tone={tone}>
      <Icon name={TONE_ICON[tone]} label={labels[result]} />
      <span>{sentence}</span>
    </li>
  );
}
