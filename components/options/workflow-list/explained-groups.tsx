import { Icon } from '@/components/ui/icon';
import { operationSentence } from '@/lib/i18n/operation-sentence';
import { propertyName } from '@/lib/i18n/property-name';
import { t } from '@/lib/i18n/t';
import type { ExplainedFilter, ExplainedGroup } from '@/lib/rpc/workflow-views';

export interface ExplainedGroupsProps {
  readonly groups: readonly ExplainedGroup[];
}

/** Which filter passed or failed, and with which value. One group that passes is enough. */
export function ExplainedGroups({ groups }: ExplainedGroupsProps) {
  if (groups.length === 0) return <p class="so-quiet">{t('workflows.explain.noFilters')}</p>;
  return (
    <ol class="so-explained">
      {groups.map((group, index) => (
        // Groups have no name but their place.
        <li key={index}>
          {index > 0 && <p class="so-quiet">{t('workflow.filter.or')}</p>}
          {group.filters.length === 0 ? (
            <p class="so-quiet">{t('workflow.filter.emptyGroup')}</p>
          ) : (
            <ul class="so-checks">
              {group.filters.map((filter, at) => (
                <Filter key={`${at}/${filter.property}`} filter={filter} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Filter({ filter }: { readonly filter: ExplainedFilter }) {
  const { property, operation, value, passed } = filter;
  return (
    <li class="so-check" data-tone={passed ? 'good' : 'bad'}>
      <Icon
        name={passed ? 'check' : 'close'}
        label={t(passed ? 'workflows.explain.passed' : 'workflows.explain.failed')}
      />
      <span>
        <strong>{propertyName(property)}</strong> {operationSentence(operation)}
        <span class="so-quiet">
          {' · '}
          {value === undefined
            ? t('workflows.explain.unknown')
            : t('workflows.explain.value', [value])}
        </span>
      </span>
    </li>
  );
}
