import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { problemAt } from './problem-sentence';
import { placeOf } from './sequence-draft';
import type { StepCardProps } from './step-card';

/** How long a step waits for the one before it. */
export function DelayFields({
  step,
  isHeld,
  problems,
  onChange,
}: Pick<StepCardProps, 'step' | 'isHeld' | 'problems' | 'onChange'>) {
  return (
    <div class="so-pair">
      <div data-place={placeOf(step.key, 'days')}>
        <TextField
          label={isHeld ? t('sequenceForm.delayDaysHeld') : t('sequenceForm.delayDays')}
          type="number"
          min={0}
          max={365}
          value={step.days}
          error={problemAt(problems, placeOf(step.key, 'days'))}
          onInput={(days) => onChange({ days })}
        />
      </div>
      <div data-place={placeOf(step.key, 'minutes')}>
        <TextField
          label={t('sequenceForm.delayMinutes')}
          type="number"
          min={0}
          max={1_440}
          value={step.minutes}
          error={problemAt(problems, placeOf(step.key, 'minutes'))}
          onInput={(minutes) => onChange({ minutes })}
        />
      </div>
    </div>
  );
}
