import type { Filter } from '@/lib/domain/workflow/filter';
import type { Trigger } from '@/lib/domain/workflow/trigger';
import type { LintRule } from './lint-rule';
import { triggerProperties } from './trigger-properties';

/** Dates of our own record of the contact: they tell nothing about the person. */
const RECORD_DATES: ReadonlySet<string> = new Set([
  'createdate',
  'lastmodifieddate',
  'imported',
  'imported_date',
]);

/** Nothing about the person is asked before they are written to. `hubspot.md` 4.1. */
export const impersonal: LintRule<'impersonal'> = {
  code: 'impersonal',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ draft: { trigger }, enrolls }) => {
    if (enrolls.length === 0 || isPersonal(trigger)) return [];
    const properties = [...triggerProperties(trigger)].join(', ');
    return [{ place: 'trigger', params: { properties } }];
  },
};

function isPersonal(trigger: Trigger): boolean {
  return triggersPersonally(trigger) || asksPersonally(trigger);
}

/** A group that anybody may match makes all others idle. */
function asksPersonally({ groups }: Trigger): boolean {
  return groups.length > 0 && groups.some(({ filters }) => filters.some(isAboutThem));
}

function isAboutThem({ property, operation }: Filter): boolean {
  return !RECORD_DATES.has(property) && operation.operator !== 'IS_KNOWN';
}

/** Somebody did something; that a record of them was made is not it. */
function triggersPersonally(trigger: Trigger): boolean {
  switch (trigger.kind) {
    case 'criteria':
      return false;
    case 'event': {
      const { event } = trigger;
      if (event.type === 'contactCreated') return false;
      return event.type !== 'propertyChanged' || !RECORD_DATES.has(event.property);
    }
    case 'schedule':
      return (
        trigger.schedule.type === 'PROPERTY_BASED' &&
        !RECORD_DATES.has(trigger.schedule.dateProperty)
      );
  }
}
