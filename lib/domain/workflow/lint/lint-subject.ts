import type { Action, EnrollAction } from '@/lib/domain/workflow/action';
import type { Filter, FilterGroups } from '@/lib/domain/workflow/filter';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { LintFacts } from './lint-facts';

/** Something in a draft, and where. */
export type Placed<Thing> = Thing & { readonly place: string };

/** A draft, taken apart once for all rules. */
export interface LintSubject {
  readonly draft: WorkflowDraft;
  readonly facts: LintFacts;
  /** Every action, those of branches too; `depth` is how many branches it is in. */
  readonly actions: readonly Placed<{ readonly action: Action; readonly depth: number }>[];
  readonly enrolls: readonly Placed<{ readonly action: EnrollAction }>[];
  /** Of the trigger, of re-enrollment, of every branch. */
  readonly filterSets: readonly Placed<{ readonly groups: FilterGroups }>[];
  /** All of their filters, and the condition of a changed property. */
  readonly filters: readonly Placed<{ readonly filter: Filter }>[];
}

export function lintSubject(draft: WorkflowDraft, facts: LintFacts): LintSubject {
  const actions = placedActions(draft.actions, 'actions', 0);
  const { trigger, settings } = draft;
  const { reenroll } = settings;
  const filterSets = [
    { groups: trigger.groups, place: 'trigger.groups' },
    ...(reenroll.kind === 'on'
      ? [{ groups: reenroll.triggers, place: 'settings.reenroll.triggers' }]
      : []),
    ...actions.flatMap(({ action, place }) =>
      action.kind === 'branch'
        ? action.branches.map(({ groups }, index) => ({
            groups,
            place: `${place}.branches.${index}.groups`,
          }))
        : [],
    ),
  ];
  return {
    draft,
    facts,
    actions,
    enrolls: actions.flatMap(({ action, place }) =>
      action.kind === 'enroll' ? [{ action, place }] : [],
    ),
    filterSets,
    filters: [...filterSets.flatMap(filtersIn), ...changeFilter(draft)],
  };
}

function placedActions(
  actions: readonly Action[],
  at: string,
  depth: number,
): LintSubject['actions'] {
  return actions.flatMap((action, index) => {
    const place = `${at}.${index}`;
    const own = { action, place, depth };
    if (action.kind !== 'branch') return [own];
    return [
      own,
      ...action.branches.flatMap((branch, way) =>
        placedActions(branch.actions, `${place}.branches.${way}.actions`, depth + 1),
      ),
      ...placedActions(action.otherwise, `${place}.otherwise`, depth + 1),
    ];
  });
}

function filtersIn({ groups, place }: LintSubject['filterSets'][number]): LintSubject['filters'] {
  return groups.flatMap(({ filters }, group) =>
    filters.map((filter, index) => ({ filter, place: `${place}.${group}.filters.${index}` })),
  );
}

function changeFilter({ trigger }: WorkflowDraft): LintSubject['filters'] {
  if (trigger.kind !== 'event' || trigger.event.type !== 'propertyChanged') return [];
  const { property, operation } = trigger.event;
  if (operation === undefined) return [];
  return [{ filter: { filterType: 'PROPERTY', property, operation }, place: 'trigger.event' }];
}
