import { allActions } from '@/lib/domain/workflow/program';
import type { LintRule, Objection } from './lint-rule';
import type { LintSubject } from './lint-subject';

/**
 * A property that nobody knows is mostly a misspelled one. One that a workflow sets is known from
 * then on, whoever has it already.
 */
export const unknownProperty: LintRule<'unknownProperty'> = {
  code: 'unknownProperty',
  severity: 'error',
  stops: 'save',
  find: (subject) => {
    const set = setBy(subject);
    return named(subject).filter(
      ({ params: { property } }) => !subject.facts.definitions.has(property) && !set.has(property),
    );
  },
};

function setBy({ actions, facts: { others } }: LintSubject): ReadonlySet<string> {
  const all = [
    ...actions.map(({ action }) => action),
    ...others.flatMap(({ draft }) => allActions(draft.actions)),
  ];
  return new Set(all.flatMap((action) => (action.kind === 'setProperty' ? [action.property] : [])));
}

type Named = Objection & { readonly params: { readonly property: string } };

function named({ draft: { trigger }, actions, filters }: LintSubject): readonly Named[] {
  const found = filters.map(({ filter, place }) => of(filter.property, place));
  if (trigger.kind === 'schedule' && trigger.schedule.type === 'PROPERTY_BASED')
    found.push(of(trigger.schedule.dateProperty, 'trigger.schedule.dateProperty'));
  // With an operation it is among the filters.
  if (trigger.kind === 'event' && trigger.event.type === 'propertyChanged')
    if (trigger.event.operation === undefined)
      found.push(of(trigger.event.property, 'trigger.event'));
  for (const { action, place } of actions) {
    if (action.kind === 'enroll' && action.sender.type === 'CONTACT_OWNER')
      found.push(of(action.sender.contactOwnerProperty, `${place}.sender`));
  }
  return found;
}

function of(property: string, place: string): Named {
  return { place, params: { property } };
}
