import type { EventTrigger, Schedule } from '@/lib/domain/workflow/trigger';
import type { TypedAction } from './typed-action';
import type { TypedGroup, TypedOperation } from './typed-filter';

/** An event trigger as it is typed; empty means any. What another type does not ask for stays typed. */
export interface TypedEvent {
  readonly type: EventTrigger['type'];
  readonly property: string;
  /** Only when the new value is like this. */
  readonly compares: boolean;
  readonly operation: TypedOperation;
  readonly form: string;
  readonly urlContains: string;
  readonly titleContains: string;
  readonly sequenceId: string;
}

/** A schedule as it is typed. */
export interface TypedSchedule {
  readonly type: Schedule['type'];
  /** `HH:MM`. */
  readonly time: string;
  readonly daysOfWeek: readonly number[];
  readonly daysOfMonth: readonly number[];
  readonly relativeDay: 'FIRST_MONDAY_OF_MONTH' | 'LAST_DAY_OF_MONTH';
  readonly dateProperty: string;
  readonly days: string;
  readonly side: 'before' | 'after';
  readonly yearly: boolean;
}

/** What starts it. The parts of the other kinds stay typed while one is tried out. */
export interface TypedTrigger {
  readonly kind: 'criteria' | 'event' | 'schedule';
  readonly event: TypedEvent;
  readonly schedule: TypedSchedule;
  readonly groups: readonly TypedGroup[];
}

export interface TypedPause {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

export interface TypedSettings {
  readonly zone: string;
  readonly reenrolls: boolean;
  readonly triggers: readonly TypedGroup[];
  readonly unenrollWhenNotMatching: boolean;
  /** An address or domain per line. */
  readonly suppressed: string;
  readonly pauseDates: readonly TypedPause[];
}

/** A workflow as it is typed: numbers and dates stay text, so that nothing typed is lost. */
export interface TypedWorkflow {
  readonly name: string;
  readonly trigger: TypedTrigger;
  readonly actions: readonly TypedAction[];
  readonly settings: TypedSettings;
  /** The sequence whose Automation tab it is made in. */
  readonly boundTo?: string;
}
