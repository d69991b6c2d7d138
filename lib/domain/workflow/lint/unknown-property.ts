import type { LintRule, Objection } from './lint-rule';
import type { LintSubject } from './lint-subject';

/** A property that nobody knows is mostly a misspelled one. */
export const unknownProperty: LintRule<'unknownProperty'> = {
  code: 'unknownProperty',
  severity: 'error',
  stops: 'save',
  find: (subject) =>
    named(subject).filter(({ params: { property } }) => !subject.facts.definitions.has(property)),
};

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
    if (action.kind === 'setProperty') found.push(of(action.property, `${place}.property`));
    if (action.kind === 'enroll' && action.sender.type === 'CONTACT_OWNER')
      found.push(of(action.sender.contactOwnerProperty, `${place}.sender`));
  }
  return found;
}

function of(property: string, place: string): Named {
  return { place, params: { property } };
}
