import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { ComposeProgram } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';

const PROGRAMS: readonly ComposeProgram[] = ['gmail', 'outlook', 'mail'];

/** A sender without a mailbox, as it is typed. */
export interface ByHandDraft {
  readonly name: string;
  readonly address: string;
  readonly program: ComposeProgram;
}

export interface ByHandFormProps {
  readonly draft: ByHandDraft;
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly onChange: (change: Partial<ByHandDraft>) => void;
  readonly onAdd: () => void;
}

/** For a rep who may not connect anything. What it cannot do is said before it is chosen. */
export function ByHandForm({ draft, error, busy, onChange, onAdd }: ByHandFormProps) {
  return (
    <details class="so-card so-by-hand">
      <summary>{t('options.mailbox.byHand')}</summary>
      <div class="so-form">
        <p>{t('options.mailbox.byHandIntro')}</p>
        <Notice tone="warn">{t('options.mailbox.byHandCannot')}</Notice>
        <TextField
          label={t('options.mailbox.byHandName')}
          value={draft.name}
          maxLength={200}
          onInput={(name) => onChange({ name })}
        />
        <TextField
          label={t('options.mailbox.byHandAddress')}
          type="email"
          value={draft.address}
          maxLength={254}
          error={error}
          onInput={(address) => onChange({ address })}
        />
        <SelectField
          label={t('options.mailbox.byHandProgram')}
          value={draft.program}
          options={PROGRAMS.map((value) => ({
            value,
            label: t(`options.mailbox.program.${value}`),
          }))}
          onSelect={(program) => onChange({ program })}
        />
        <Button busy={busy} onClick={onAdd}>
          {t('options.mailbox.byHandAdd')}
        </Button>
      </div>
    </details>
  );
}
