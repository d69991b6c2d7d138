import { Combobox } from '@/components/ui/combobox';
import { SelectField } from '@/components/ui/select-field';
import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { SequenceId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { SequenceChoice } from '@/lib/rpc/views';
import type { EnrollChoice } from './enroll-choice';
import { type SenderOptionsInput, senderOptions } from './sender-options';

export interface EnrollFieldsProps extends SenderOptionsInput {
  readonly sequences: readonly SequenceChoice[];
  readonly sequenceId?: SequenceId;
  /** Counted from 1. */
  readonly startStep: number;
  readonly recipients?: readonly EmailAddress[];
  readonly to?: EmailAddress;
  readonly onChoose: (choice: EnrollChoice) => void;
}

/** Which sequence, from whom, to which address, from which step on. */
export function EnrollFields(props: EnrollFieldsProps) {
  const { sequences, recipients = [], sequenceId, to, startStep, onChoose } = props;
  const steps = sequences.find((sequence) => sequence.id === sequenceId)?.steps ?? 0;
  const senders = senderOptions(props);
  return (
    <div class="so-form">
      <div class="so-form-row" data-uneven={steps > 1 || undefined}>
        <Combobox
          label={t('overlay.sequence')}
          value={sequenceId}
          options={sequences.map(({ id, name, steps }) => ({
            value: id,
            label: name,
            detail: t('overlay.sequenceSteps', [String(steps)]),
          }))}
          // Another sequence has other steps: the start goes back to its first.
          onSelect={(id) => onChoose({ sequenceId: id, startStep: 1 })}
          placeholder={t('overlay.sequencePlaceholder')}
          nothingFound={t('overlay.sequenceNothing')}
        />
        {steps > 1 && (
          <SelectField
            label={t('overlay.start')}
            value={String(startStep)}
            options={Array.from({ length: steps }, (_, index) => ({
              value: String(index + 1),
              label: t('overlay.startOption', [String(index + 1)]),
            }))}
            onSelect={(step) => onChoose({ startStep: Number(step) })}
          />
        )}
      </div>
      <div class="so-form-row">
        {senders.options.length > 0 && (
          <SelectField
            label={t('overlay.from')}
            value={senders.chosen}
            options={senders.options}
            onSelect={(value) => {
              const option = senders.options.find((one) => one.value === value);
              if (option) onChoose(option.choice);
            }}
          />
        )}
        {recipients.length > 1 && to !== undefined && (
          <SelectField
            label={t('overlay.to')}
            value={to}
            options={recipients.map((address) => ({ value: address, label: address }))}
            onSelect={(address) => onChoose({ to: address })}
          />
        )}
      </div>
    </div>
  );
}
