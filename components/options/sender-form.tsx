import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { Combobox } from '@/components/ui/combobox';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';
import type { SenderForm as Form, SenderDraft } from './sender-draft';
import type { ZoneChoice } from './zone-choice';

export interface SenderFormProps {
  readonly sender: SenderChoice;
  readonly form: Form;
  readonly zones: readonly ZoneChoice[];
  readonly onChange: (change: Partial<SenderDraft>) => void;
  readonly onSave: () => void;
}

/** How one mailbox sends: as whom, how much, and whether at all. */
export function SenderForm(props: SenderFormProps) {
  const { sender, form, zones, onChange, onSave } = props;
  const { draft, changed, saving, saved } = form;
  return (
    <details class="so-row-wide so-sender">
      <summary>{t('options.sender.title')}</summary>
      <form
        class="so-form"
        noValidate
        aria-label={t('options.sender.titleOf', [sender.address])}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <TextField
          label={t('options.sender.name')}
          hint={t('options.sender.nameHint')}
          value={draft.name}
          onInput={(name) => onChange({ name })}
          maxLength={200}
        />
        {sender.addresses.length > 1 && (
          <SelectField
            label={t('options.sender.address')}
            hint={t('options.sender.addressHint')}
            value={draft.defaultAddress}
            options={sender.addresses.map(({ address }) => ({ value: address, label: address }))}
            onSelect={(defaultAddress) => onChange({ defaultAddress })}
          />
        )}
        <Combobox
          label={t('options.sender.zone')}
          value={draft.zone}
          options={zones}
          onSelect={(zone) => onChange({ zone })}
          placeholder={t('options.mailbox.zoneFind')}
          nothingFound={t('options.mailbox.zoneNothing')}
        />
        <Limits {...props} />
        <TextField
          label={t('options.sender.link')}
          hint={t('options.sender.linkHint')}
          type="url"
          value={draft.meetingLink}
          error={form.errors.meetingLink}
          onInput={(meetingLink) => onChange({ meetingLink })}
          maxLength={500}
        />
        <CheckField
          label={t('options.sender.seat')}
          hint={t('options.sender.seatHint')}
          checked={draft.seat}
          onChange={(seat) => onChange({ seat })}
        />
        <CheckField
          label={t('options.sender.shared')}
          hint={t('options.sender.sharedHint')}
          checked={draft.shared}
          onChange={(shared) => onChange({ shared })}
        />
        <div class="so-save">
          <Button
            variant="primary"
            busy={saving}
            disabledReason={changed ? undefined : t('options.sender.nothingToSave')}
            onClick={onSave}
          >
            {t('options.sender.save')}
          </Button>
          <span class="so-quiet" role="status">
            {changed ? t('sequenceForm.unsaved') : saved && t('options.saved')}
          </span>
        </div>
        <input type="submit" hidden />
      </form>
    </details>
  );
}

function Limits({ sender, form, onChange }: SenderFormProps) {
  const { draft, errors, effectiveLimit, engineLimit } = form;
  return (
    <>
      <div class="so-pair">
        <TextField
          label={t('options.sender.limit')}
          hint={t('options.sender.limitHint')}
          type="number"
          min={0}
          max={1_000}
          value={draft.adminLimit}
          error={errors.adminLimit}
          onInput={(adminLimit) => onChange({ adminLimit })}
        />
        <TextField
          label={t('options.sender.perMinute')}
          hint={t('options.sender.perMinuteHint')}
          type="number"
          min={1}
          max={10}
          value={draft.perMinute}
          error={errors.perMinute}
          onInput={(perMinute) => onChange({ perMinute })}
        />
      </div>
      <p class="so-quiet so-number" role="status">
        {t('options.sender.effective', [
          String(effectiveLimit),
          String(engineLimit),
          String(sender.providerLimit),
        ])}
      </p>
    </>
  );
}
