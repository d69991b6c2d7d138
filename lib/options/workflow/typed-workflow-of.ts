import type { TypedTrigger, TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import type { EventTrigger, Schedule, Trigger } from '@/lib/domain/workflow/trigger';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { clockText } from '@/lib/options/clock-text';
import type { Zone } from '@/lib/time/zone';
import { EMPTY_EVENT, EMPTY_SCHEDULE } from './empty-workflow';
import { typedActionsOf } from './typed-action-of';
import { typedGroupsOf, typedOperationOf } from './typed-operation-of';

/** A stored workflow as a form shows it. */
export function typedWorkflowOf(draft: WorkflowDraft, newKey: () => string): TypedWorkflow {
  const { name, trigger, actions, settings, boundTo } = draft;
  const { zone, reenroll } = settings;
  const env = { zone, newKey };
  return {
    name,
    trigger: typedTriggerOf(trigger, env),
    actions: typedActionsOf(actions, env),
    settings: {
      zone,
      reenrolls: reenroll.kind === 'on',
      triggers: reenroll.kind === 'on' ? typedGroupsOf(reenroll.triggers, env) : [],
      unenrollWhenNotMatching: settings.unenrollWhenNotMatching,
      suppressed: settings.suppressed.join('\n'),
      pauseDates: settings.pauseDates.map(({ from, to }) => ({ key: newKey(), from, to })),
    },
    ...(boundTo !== undefined && { boundTo }),
  };
}

function typedTriggerOf(
  trigger: Trigger,
  env: { readonly zone: Zone; readonly newKey: () => string },
): TypedTrigger {
  const { kind } = trigger;
  return {
    kind,
    event: kind === 'event' ? typedEventOf(trigger.event, env.zone) : EMPTY_EVENT,
    schedule: kind === 'schedule' ? typedScheduleOf(trigger.schedule) : EMPTY_SCHEDULE,
    groups: typedGroupsOf(trigger.groups, env),
  };
}

function typedEventOf(event: EventTrigger, zone: Zone) {
  const typed = { ...EMPTY_EVENT, type: event.type };
  switch (event.type) {
    case 'contactCreated':
      return typed;
    case 'propertyChanged':
      return {
        ...typed,
        property: event.property,
        ...(event.operation && {
          compares: true,
          operation: typedOperationOf(event.operation, zone),
        }),
      };
    case 'formSubmitted':
      return { ...typed, form: event.form ?? '' };
    case 'pageVisited':
      return { ...typed, urlContains: event.urlContains ?? '' };
    case 'taskCompleted':
      return { ...typed, titleContains: event.titleContains ?? '' };
    default:
      return { ...typed, sequenceId: event.sequenceId ?? '' };
  }
}

function typedScheduleOf(schedule: Schedule) {
  const typed = { ...EMPTY_SCHEDULE, type: schedule.type, time: clockText(schedule.minute) };
  switch (schedule.type) {
    case 'DAILY':
      return typed;
    case 'WEEKLY':
      return { ...typed, daysOfWeek: schedule.daysOfWeek };
    case 'MONTHLY_SPECIFIC_DAYS':
      return { ...typed, daysOfMonth: schedule.daysOfMonth };
    case 'MONTHLY_RELATIVE_DAYS':
      return { ...typed, relativeDay: schedule.day };
    case 'PROPERTY_BASED': {
      const { dateProperty, daysDelta, yearly } = schedule;
      const side = daysDelta < 0 ? ('before' as const) : ('after' as const);
      return { ...typed, dateProperty, days: String(Math.abs(daysDelta)), side, yearly };
    }
  }
}
