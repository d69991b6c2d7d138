import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { CardHead } from './card-head';
import { problemAt } from './problem-sentence';
import { type DraftProblem, placeOf, type StepDraft } from './sequence-draft';
import { TemplateField } from './template-field';

export interface StepCardProps {
  readonly step: StepDraft;
  /** Counted from 0. */
  readonly index: number;
  readonly count: number;
  /** Follow-ups take the first email's subject. */
  readonly threading: boolean;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (change: Partial<StepDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One email: when it leaves after the one before, and what it says. */
export function StepCard(props: StepCardProps) {
  const { step, index, count, problems, onChange } = props;
  const name = t('sequenceForm.email', [String(index + 1)]);
  const inThread = props.threading && index > 0;
  return (
    <li class="so-card so-step" aria-label={name} data-step={step.key}>
      <CardHead
        name={name}
        index={index}
        count={count}
        onMove={props.onMove}
        onRemove={props.onRemove}
      />
      {index === 0 ? (
        <p class="so-quiet">{t('sequenceForm.firstAtOnce')}</p>
      ) : (
        <Delay step={step} problems={problems} onChange={onChange} />
      )}
      {inThread ? (
        <p class="so-quiet">{t('sequenceForm.inThread')}</p>
      ) : (
        <TemplateField
          label={t('sequenceForm.subject')}
          place={placeOf(step.key, 'subject')}
          value={step.subject}
          rows={1}
          maxLength={998}
          problems={problems}
          onInput={(subject) => onChange({ subject })}
        />
      )}
      <TemplateField
        label={t('sequenceForm.body')}
        place={placeOf(step.key, 'body')}
        value={step.body}
        rows={8}
        maxLength={100_000}
        problems={problems}
        onInput={(body) => onChange({ body })}
      />
    </li>
  );
}

function Delay({
  step,
  problems,
  onChange,
}: Pick<StepCardProps, 'step' | 'problems' | 'onChange'>) {
  return (
    <div class="so-pair">
      <div data-place={placeOf(step.key, 'days')}>
        <TextField
          label={t('sequenceForm.delayDays')}
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
