import * as v from 'valibot';
import { sequenceIdSchema } from '@/lib/domain/ids';
import { minuteOfDaySchema } from '@/lib/time/local-date';
import { filterGroupsSchema, propertyNameSchema } from './filter';
import { operationSchema } from './operation';

const anySequence = { sequenceId: v.optional(sequenceIdSchema) };

/** Which events start it; what is left out may be anything. */
export const eventTriggerSchema = v.variant('type', [
  v.object({ type: v.literal('contactCreated') }),
  v.object({
    type: v.literal('propertyChanged'),
    property: propertyNameSchema,
    /** Of the new value. */
    operation: v.optional(operationSchema),
  }),
  v.object({
    type: v.literal('formSubmitted'),
    form: v.optional(v.pipe(v.string(), v.maxLength(200))),
  }),
  v.object({
    type: v.literal('pageVisited'),
    /** A part of host and path. */
    urlContains: v.optional(v.pipe(v.string(), v.maxLength(200))),
  }),
  v.object({ type: v.literal('emailSent'), ...anySequence }),
  v.object({ type: v.literal('emailReplied'), ...anySequence }),
  v.object({ type: v.literal('emailBounced'), ...anySequence }),
  v.object({ type: v.literal('emailUnsubscribed'), ...anySequence }),
  v.object({ type: v.literal('meetingBooked'), ...anySequence }),
  v.object({ type: v.literal('sequenceEnrolled'), ...anySequence }),
  v.object({ type: v.literal('sequenceFinished'), ...anySequence }),
  v.object({ type: v.literal('sequenceUnenrolled'), ...anySequence }),
  v.object({
    type: v.literal('taskCompleted'),
    /** A part of its title. */
    titleContains: v.optional(v.pipe(v.string(), v.maxLength(200))),
  }),
]);

export type EventTrigger = Readonly<v.InferOutput<typeof eventTriggerSchema>>;

const weekdaySchema = v.picklist([1, 2, 3, 4, 5, 6, 7]);
const dayOfMonthSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31));
const at = { minute: minuteOfDaySchema };

/** When it starts, by the clock of the workflow's zone. Names as in `hubspot.md` 4.5. */
export const scheduleSchema = v.variant('type', [
  v.object({ type: v.literal('DAILY'), ...at }),
  v.object({
    type: v.literal('WEEKLY'),
    daysOfWeek: v.pipe(v.array(weekdaySchema), v.minLength(1), v.maxLength(7)),
    ...at,
  }),
  /** A day that a month does not have is its last one. */
  v.object({
    type: v.literal('MONTHLY_SPECIFIC_DAYS'),
    daysOfMonth: v.pipe(v.array(dayOfMonthSchema), v.minLength(1), v.maxLength(31)),
    ...at,
  }),
  v.object({
    type: v.literal('MONTHLY_RELATIVE_DAYS'),
    day: v.picklist(['FIRST_MONDAY_OF_MONTH', 'LAST_DAY_OF_MONTH']),
    ...at,
  }),
  v.object({
    type: v.literal('PROPERTY_BASED'),
    dateProperty: propertyNameSchema,
    /** Days after the date; before it when negative. */
    daysDelta: v.pipe(v.number(), v.integer(), v.minValue(-3_650), v.maxValue(3_650)),
    /** Every year on that day, as for a birthday. */
    yearly: v.boolean(),
    ...at,
  }),
]);

export type Schedule = Readonly<v.InferOutput<typeof scheduleSchema>>;

/** What enrolls contacts in a workflow. `groups` have to hold as well, whatever the kind. */
export const triggerSchema = v.variant('kind', [
  v.object({ kind: v.literal('criteria'), groups: filterGroupsSchema }),
  v.object({ kind: v.literal('event'), event: eventTriggerSchema, groups: filterGroupsSchema }),
  v.object({ kind: v.literal('schedule'), schedule: scheduleSchema, groups: filterGroupsSchema }),
]);

export type Trigger = Readonly<v.InferOutput<typeof triggerSchema>>;
