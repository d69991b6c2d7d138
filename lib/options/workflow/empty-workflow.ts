import { blankEnroll } from '@/components/options/workflow/blank-action';
import { blankGroup, blankOperation } from '@/components/options/workflow/blank-filter';
import type {
  TypedEvent,
  TypedSchedule,
  TypedWorkflow,
} from '@/components/options/workflow/typed-workflow';
import type { Zone } from '@/lib/time/zone';

export const EMPTY_EVENT: TypedEvent = {
  type: 'contactCreated',
  property: '',
  compares: false,
  operation: blankOperation(),
  form: '',
  urlContains: '',
  titleContains: '',
  sequenceId: '',
};

export const EMPTY_SCHEDULE: TypedSchedule = {
  type: 'DAILY',
  time: '09:00',
  daysOfWeek: [1],
  daysOfMonth: [1],
  relativeDay: 'FIRST_MONDAY_OF_MONTH',
  dateProperty: '',
  days: '0',
  side: 'after',
  yearly: false,
};

/**
 * A new workflow: one group to fill in and nothing done yet; made for a sequence, it enrolls in it.
 *
 * @param sequence the one whose Automation tab it is made in
 */
export function emptyWorkflow(options: {
  readonly newKey: () => string;
  readonly zone: Zone;
  readonly sequence?: string | undefined;
}): TypedWorkflow {
  const { newKey, zone, sequence } = options;
  return {
    name: '',
    trigger: {
      kind: 'criteria',
      event: EMPTY_EVENT,
      schedule: EMPTY_SCHEDULE,
      groups: [blankGroup(newKey)],
    },
    actions: sequence === undefined ? [] : [{ ...blankEnroll(newKey()), sequenceId: sequence }],
    settings: {
      zone,
      reenrolls: false,
      triggers: [],
      unenrollWhenNotMatching: false,
      suppressed: '',
      pauseDates: [],
    },
    ...(sequence !== undefined && { boundTo: sequence }),
  };
}
