import type { FilterGroups } from '@/lib/domain/workflow/filter';
import type { Trigger } from '@/lib/domain/workflow/trigger';

/** Every property that filters read. */
export function readBy(groups: FilterGroups): ReadonlySet<string> {
  return new Set(groups.flatMap(({ filters }) => filters.map(({ property }) => property)));
}

/** Every property that a trigger looks at: its filters', the one that changes, the one with the date. */
export function triggerProperties(trigger: Trigger): ReadonlySet<string> {
  const read = new Set(readBy(trigger.groups));
  if (trigger.kind === 'event' && trigger.event.type === 'propertyChanged')
    read.add(trigger.event.property);
  if (trigger.kind === 'schedule' && trigger.schedule.type === 'PROPERTY_BASED')
    read.add(trigger.schedule.dateProperty);
  return read;
}
