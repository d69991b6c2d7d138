import { SelectField } from '@/components/ui/select-field';
import { t } from '@/lib/i18n/t';
import { EventFields } from './event-fields';
import { FilterGroups } from './filter-groups';
import { marksWithin } from './mark';
import { MarksList } from './marks-list';
import { ScheduleFields } from './schedule-fields';
import type { TypedTrigger } from './typed-workflow';
import type { PartProps } from './workflow-editing';

/** Places whose fields or groups show what is wrong with them. */
const SHOWN =
  /^trigger\.(groups|schedule\.(minute|days|dateProperty)|event\.(property|operation\.))/;

/** What starts it, and whom it takes then. */
export function TriggerFields(props: PartProps<TypedTrigger>) {
  const { value: trigger, onChange, place, editing } = props;
  const { kind } = trigger;
  return (
    <section class="so-group" aria-labelledby="so-trigger" data-place={place}>
      <h3 id="so-trigger">{t('workflow.trigger.title')}</h3>
      <div class="so-card so-form">
        <div data-place={`${place}.kind`} class="so-field">
          <SelectField
            label={t('workflow.trigger.kind')}
            value={kind}
            options={(['criteria', 'event', 'schedule'] as const).map((value) => ({
              value,
              label: t(`workflow.trigger.${value}`),
            }))}
            hint={kind === 'criteria' && t('workflow.trigger.criteriaHint')}
            onSelect={(chosen) => onChange(ofKind(trigger, chosen))}
          />
        </div>
        {kind === 'event' && (
          <EventFields
            value={trigger.event}
            place={`${place}.event`}
            editing={editing}
            onChange={(event) => onChange({ ...trigger, event })}
          />
        )}
        {kind === 'schedule' && (
          <ScheduleFields
            value={trigger.schedule}
            place={`${place}.schedule`}
            editing={editing}
            onChange={(schedule) => onChange({ ...trigger, schedule })}
          />
        )}
        <MarksList
          marks={marksWithin(editing.marks, place).filter((mark) => !SHOWN.test(mark.place))}
        />
        {kind !== 'criteria' && <h4>{t('workflow.trigger.onlyIf')}</h4>}
        <FilterGroups
          value={trigger.groups}
          place={`${place}.groups`}
          editing={editing}
          empty={t(
            kind === 'criteria' ? 'workflow.trigger.emptyCriteria' : 'workflow.trigger.emptyAlso',
          )}
          onChange={(groups) => onChange({ ...trigger, groups })}
        />
      </div>
    </section>
  );
}

/** Criteria begin with a filter to fill in; the other kinds need none, so an empty one goes. */
function ofKind(trigger: TypedTrigger, kind: TypedTrigger['kind']): TypedTrigger {
  const isFilled = ({ filters }: TypedTrigger['groups'][number]) =>
    filters.some(({ property }) => property !== '');
  const groups = kind === 'criteria' ? trigger.groups : trigger.groups.filter(isFilled);
  return { ...trigger, kind, groups };
}
