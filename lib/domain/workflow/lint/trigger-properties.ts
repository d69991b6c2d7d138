import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import type { Trigger } from '@/lib/domain/workflow/trigger';

/** Every property that a trigger looks at: its filters', the one that changes, the one with the date. */
export function triggerProperties(trigger: Trigger): ReadonlySet<string> {
  const read = new Set(propertiesOf(trigger.groups));
  if (trigger.kind === 'event' && trigger.event.type === 'propertyChanged')
    read.add(trigger.event.property);
  if (trigger.kind === 'schedule' && trigger.schedule.type === 'PROPERTY_BASED')
    read.add(trigger.schedule.dateProperty);
  return read;
}
