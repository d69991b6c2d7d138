import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { WORKFLOW_EVENT_TYPES } from '@/lib/domain/workflow/event';
import { t } from '@/lib/i18n/t';
import { OperationFields } from './operation-fields';
import { PropertyField } from './property-field';
import type { TypedEvent } from './typed-workflow';
import type { PartProps } from './workflow-editing';

/** Which event starts it; what is left empty may be anything. */
export function EventFields(props: PartProps<TypedEvent>) {
  const { value: event, onChange, place } = props;
  return (
    <>
      <div data-place={`${place}.type`}>
        <SelectField
          label={t('workflow.event.type')}
          value={event.type}
          options={WORKFLOW_EVENT_TYPES.map((value) => ({
            value,
            label: t(`workflow.event.${value}`),
          }))}
          onSelect={(type) => onChange({ ...event, type })}
        />
      </div>
      <Details {...props} />
    </>
  );
}

function Details(props: PartProps<TypedEvent>) {
  const { value: event, onChange, place } = props;
  const text = (field: 'form' | 'urlContains' | 'titleContains', hint: string) => (
    <div data-place={`${place}.${field}`}>
      <TextField
        label={t(`workflow.event.${field}`)}
        hint={hint}
        value={event[field]}
        maxLength={200}
        onInput={(typed) => onChange({ ...event, [field]: typed })}
      />
    </div>
  );
  switch (event.type) {
    case 'contactCreated':
      return null;
    case 'propertyChanged':
      return <Change {...props} />;
    case 'formSubmitted':
      return text('form', t('workflow.event.formHint'));
    case 'pageVisited':
      return text('urlContains', t('workflow.event.urlHint'));
    case 'taskCompleted':
      return text('titleContains', t('workflow.event.titleHint'));
    default:
      return <OfSequence {...props} />;
  }
}

function Change({ value: event, onChange, place, editing }: PartProps<TypedEvent>) {
  return (
    <>
      <PropertyField
        value={event.property}
        place={`${place}.property`}
        editing={editing}
        onChange={(property) => {
          const fitting = editing.choices.operatorsFor(property);
          const { operationType } = event.operation;
          const fits = fitting.some((choice) => choice.operationType === operationType);
          const operation = { ...event.operation, ...(!fits && fitting[0]) };
          onChange({ ...event, property, operation });
        }}
      />
      <CheckField
        label={t('workflow.event.compares')}
        checked={event.compares}
        onChange={(compares) => onChange({ ...event, compares })}
      />
      {event.compares && (
        <div class="so-filter-fields">
          <OperationFields
            value={event.operation}
            property={event.property}
            place={`${place}.operation`}
            editing={editing}
            asksForUnknown={false}
            onChange={(operation) => onChange({ ...event, operation })}
          />
        </div>
      )}
    </>
  );
}

function OfSequence({ value: event, onChange, place, editing }: PartProps<TypedEvent>) {
  const { sequences } = editing.choices;
  const { sequenceId } = event;
  const isKnown = sequenceId === '' || sequences.some(({ id }) => id === sequenceId);
  return (
    <div data-place={`${place}.sequenceId`}>
      <SelectField
        label={t('workflow.event.sequence')}
        value={sequenceId}
        options={[
          { value: '', label: t('workflow.event.anySequence') },
          ...(isKnown ? [] : [{ value: sequenceId, label: t('workflow.enroll.noSequence') }]),
          ...sequences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onSelect={(chosen) => onChange({ ...event, sequenceId: chosen })}
      />
    </div>
  );
}
