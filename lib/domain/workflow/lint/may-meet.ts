import type { Filter, FilterGroups } from '@/lib/domain/workflow/filter';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import type { EventTrigger, Trigger } from '@/lib/domain/workflow/trigger';
import { fold } from '@/lib/domain/workflow/values/fold';
import { contradict } from './contradict';

/**
 * Can both triggers start for the same contact on the same occasion? In doubt they can. Two events
 * meet when they are the same one, an event and criteria only where the event changes what the
 * criteria read.
 */
export function mayMeet(one: Trigger, other: Trigger): boolean {
  return onOneOccasion(one, other) && groupsMeet(conditionsOf(one), conditionsOf(other));
}

/** Is there a group of each that nothing keeps from holding together? */
function groupsMeet(one: readonly Filters[], other: readonly Filters[]): boolean {
  return one.some((mine) =>
    other.some((theirs) => !mine.some((a) => theirs.some((b) => contradict(a, b)))),
  );
}

type Filters = readonly Filter[];

function onOneOccasion(one: Trigger, other: Trigger): boolean {
  if (one.kind === 'event' && other.kind === 'event') return sameEvent(one.event, other.event);
  if (one.kind === 'event') return changes(one.event, other.groups);
  if (other.kind === 'event') return changes(other.event, one.groups);
  return true;
}

function changes(event: EventTrigger, groups: FilterGroups): boolean {
  return event.type === 'propertyChanged' && propertiesOf(groups).has(event.property);
}

function sameEvent(one: EventTrigger, other: EventTrigger): boolean {
  if (one.type !== other.type) return false;
  if (one.type === 'propertyChanged')
    return other.type === 'propertyChanged' && one.property === other.property;
  if (one.type === 'formSubmitted')
    return other.type === 'formSubmitted' && mayBeSame(one.form, other.form);
  if ('sequenceId' in one && 'sequenceId' in other)
    return mayBeSame(one.sequenceId, other.sequenceId);
  return true;
}

/** What is left out may be anything. */
function mayBeSame(one = '', other = ''): boolean {
  return one === '' || other === '' || fold(one.trim()) === fold(other.trim());
}

/** The groups, each with what the event itself asks of a new value. */
function conditionsOf(trigger: Trigger): readonly Filters[] {
  const groups = trigger.groups.length === 0 ? [[]] : trigger.groups.map(({ filters }) => filters);
  if (trigger.kind !== 'event' || trigger.event.type !== 'propertyChanged') return groups;
  const { property, operation } = trigger.event;
  if (operation === undefined) return groups;
  return groups.map((filters) => [...filters, { filterType: 'PROPERTY', property, operation }]);
}
