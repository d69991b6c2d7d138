import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { t } from '@/lib/i18n/t';
import { errorAt } from './mark';
import { PropertyField } from './property-field';
import { SequenceField } from './sequence-field';
import type { TypedEnroll } from './typed-action';
import type { PartProps } from './workflow-editing';

/** The fields of the action *Enroll in a sequence*, as the article has them. `hubspot.md` 4.1. */
export function EnrollFields(props: PartProps<TypedEnroll>) {
  const { value: action, onChange, place, editing } = props;
  return (
    <>
      <SequenceField
        value={action.sequenceId}
        place={`${place}.sequenceId`}
        editing={editing}
        onChange={(sequenceId) => onChange({ ...action, sequenceId })}
      />
      <CheckField
        label={t('workflow.enroll.useContactZone')}
        hint={t('workflow.enroll.useContactZoneHint')}
        checked={action.useContactZone}
        onChange={(useContactZone) => onChange({ ...action, useContactZone })}
      />
      <div data-place={`${place}.sender`} class="so-form so-sender-fields">
        <SelectField
          label={t('workflow.enroll.senderType')}
          value={action.senderType}
          options={(['SPECIFIC_USER', 'CONTACT_OWNER'] as const).map((value) => ({
            value,
            label: t(`workflow.enroll.${value}`),
          }))}
          onSelect={(senderType) => onChange({ ...action, senderType })}
        />
        {action.senderType === 'SPECIFIC_USER' ? (
          <SpecificUser {...props} />
        ) : (
          <div class="so-field">
            <PropertyField
              label={t('workflow.enroll.ownerProperty')}
              value={action.contactOwnerProperty}
              place={`${place}.sender.contactOwnerProperty`}
              editing={editing}
              onChange={(contactOwnerProperty) => onChange({ ...action, contactOwnerProperty })}
            />
            <p class="so-field-hint">{t('workflow.enroll.ownerHint')}</p>
          </div>
        )}
      </div>
      <CheckField
        label={t('workflow.enroll.allowColdLeads')}
        hint={t('workflow.enroll.allowColdLeadsHint')}
        checked={action.allowColdLeads}
        onChange={(allowColdLeads) => onChange({ ...action, allowColdLeads })}
      />
    </>
  );
}

function SpecificUser({ value: action, onChange, place, editing }: PartProps<TypedEnroll>) {
  const { senders } = editing.choices;
  const chosen = senders.find(({ id }) => id === action.senderId);
  const isGone = action.senderId !== '' && chosen === undefined;
  const main = chosen?.addresses.find(({ isDefault }) => isDefault) ?? chosen?.addresses[0];
  const aliases = chosen?.addresses.filter((one) => one !== main) ?? [];
  const isAlias = action.from === '' || aliases.some(({ address }) => address === action.from);
  return (
    <div class="so-pair">
      <div data-place={`${place}.sender.senderId`}>
        <SelectField
          label={t('workflow.enroll.sender')}
          value={action.senderId}
          options={[
            ...(action.senderId === ''
              ? [{ value: '', label: t('workflow.enroll.chooseSender') }]
              : []),
            ...(isGone ? [{ value: action.senderId, label: t('workflow.enroll.gone') }] : []),
            ...senders.map(({ id, label }) => ({ value: id, label })),
          ]}
          hint={senders.length === 0 && t('workflow.enroll.noSender')}
          error={errorAt(editing.marks, `${place}.sender.senderId`)}
          onSelect={(senderId) => onChange({ ...action, senderId, from: '' })}
        />
      </div>
      {chosen && (
        <div data-place={`${place}.sender.from`}>
          <SelectField
            label={t('workflow.enroll.from')}
            value={action.from === main?.address ? '' : action.from}
            options={[
              { value: '', label: t('workflow.enroll.defaultAddress', [main?.address ?? '']) },
              ...(isAlias || action.from === main?.address
                ? []
                : [{ value: action.from, label: action.from }]),
              ...aliases.map(({ address }) => ({ value: address, label: address })),
            ]}
            error={errorAt(editing.marks, `${place}.sender.from`)}
            onSelect={(from) => onChange({ ...action, from })}
          />
        </div>
      )}
    </div>
  );
}
