import type {
  TypedEvent,
  TypedSchedule,
  TypedTrigger,
} from '@/components/options/workflow/typed-workflow';
import { parseClock } from '@/lib/options/clock-text';
import type { Zone } from '@/lib/time/zone';
import { numberOf, rawGroups, rawOperation } from './raw-operation';

/** A trigger, to be parsed; only what its kind asks for. */
export function rawTrigger(trigger: TypedTrigger, zone: Zone | undefined): object {
  const groups = rawGroups(trigger.groups, zone);
  switch (trigger.kind) {
    case 'criteria':
      return { kind: 'criteria', groups };
    case 'event':
      return { kind: 'event', event: rawEvent(trigger.event, zone), groups };
    case 'schedule':
      return { kind: 'schedule', schedule: rawSchedule(trigger.schedule), groups };
  }
}

function rawEvent(event: TypedEvent, zone: Zone | undefined): object {
  const { type } = event;
  const optional = (name: string, text: string) => (text.trim() !== '' ? { [name]: text } : {});
  switch (type) {
    case 'contactCreated':
      return { type };
    case 'propertyChanged':
      return {
        type,
        property: event.property,
        ...(event.compares && { operation: rawOperation(event.operation, zone) }),
      };
    case 'formSubmitted':
      return { type, ...optional('form', event.form) };
    case 'pageVisited':
      return { type, ...optional('urlContains', event.urlContains) };
    case 'taskCompleted':
      return { type, ...optional('titleContains', event.titleContains) };
    default:
      return { type, ...optional('sequenceId', event.sequenceId) };
  }
}

function rawSchedule(schedule: TypedSchedule): object {
  const { type } = schedule;
  const at = { type, minute: parseClock(schedule.time) };
  switch (type) {
    case 'DAILY':
      return at;
    case 'WEEKLY':
      return { ...at, daysOfWeek: schedule.daysOfWeek };
    case 'MONTHLY_SPECIFIC_DAYS':
      return { ...at, daysOfMonth: schedule.daysOfMonth };
    case 'MONTHLY_RELATIVE_DAYS':
      return { ...at, day: schedule.relativeDay };
    case 'PROPERTY_BASED': {
      const days = numberOf(schedule.days);
      const signed = days !== undefined && days >= 0 ? days : undefined;
      return {
        ...at,
        dateProperty: schedule.dateProperty,
        daysDelta: signed !== undefined && schedule.side === 'before' ? 0 - signed : signed,
        yearly: schedule.yearly,
      };
    }
  }
}
