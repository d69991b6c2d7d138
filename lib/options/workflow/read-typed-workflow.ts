import * as v from 'valibot';
import type { TypedAction } from '@/components/options/workflow/typed-action';
import type { TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import { taskKindSchema } from '@/lib/domain/task/task';
import { WORKFLOW_EVENT_TYPES } from '@/lib/domain/workflow/event';
import { OPERATORS, TIME_UNITS } from '@/lib/domain/workflow/operation';

/*
 * What was typed before a reload, as the tab remembers it. An older build may have left something
 * else there.
 */

const SCHEDULE_TYPES = [
  'DAILY',
  'WEEKLY',
  'MONTHLY_SPECIFIC_DAYS',
  'MONTHLY_RELATIVE_DAYS',
  'PROPERTY_BASED',
] as const;

const operationTypeSchema = v.custom<keyof typeof OPERATORS>(
  (name) => typeof name === 'string' && Object.hasOwn(OPERATORS, name),
);

const operationSchema = v.object({
  operationType: operationTypeSchema,
  operator: v.string(),
  includeObjectsWithNoValueSet: v.boolean(),
  value: v.string(),
  values: v.array(v.string()),
  lower: v.string(),
  upper: v.string(),
  days: v.string(),
  timeUnit: v.picklist(TIME_UNITS),
  timeUnitCount: v.string(),
});

const groupsSchema = v.array(
  v.object({
    key: v.string(),
    filters: v.array(
      v.object({ key: v.string(), property: v.string(), operation: operationSchema }),
    ),
  }),
);

const actionsSchema: v.GenericSchema<unknown, TypedAction[]> = v.array(
  v.variant('kind', [
    v.object({
      id: v.string(),
      kind: v.literal('enroll'),
      sequenceId: v.string(),
      useContactZone: v.boolean(),
      senderType: v.picklist(['SPECIFIC_USER', 'CONTACT_OWNER']),
      senderId: v.string(),
      from: v.string(),
      contactOwnerProperty: v.string(),
      allowColdLeads: v.boolean(),
    }),
    v.object({ id: v.string(), kind: v.literal('unenroll') }),
    v.object({
      id: v.string(),
      kind: v.literal('delay'),
      days: v.string(),
      hours: v.string(),
      minutes: v.string(),
    }),
    v.object({
      id: v.string(),
      kind: v.literal('createTask'),
      taskKind: taskKindSchema,
      title: v.string(),
      dueInDays: v.string(),
    }),
    v.object({
      id: v.string(),
      kind: v.literal('setProperty'),
      property: v.string(),
      value: v.string(),
    }),
    v.object({
      id: v.string(),
      kind: v.literal('branch'),
      branches: v.array(
        v.object({
          key: v.string(),
          name: v.string(),
          groups: groupsSchema,
          actions: v.lazy(() => actionsSchema),
        }),
      ),
      otherwise: v.lazy(() => actionsSchema),
    }),
  ]),
);

const triggerSchema = v.object({
  kind: v.picklist(['criteria', 'event', 'schedule']),
  event: v.object({
    type: v.picklist(WORKFLOW_EVENT_TYPES),
    property: v.string(),
    compares: v.boolean(),
    operation: operationSchema,
    form: v.string(),
    urlContains: v.string(),
    titleContains: v.string(),
    sequenceId: v.string(),
  }),
  schedule: v.object({
    type: v.picklist(SCHEDULE_TYPES),
    time: v.string(),
    daysOfWeek: v.array(v.number()),
    daysOfMonth: v.array(v.number()),
    relativeDay: v.picklist(['FIRST_MONDAY_OF_MONTH', 'LAST_DAY_OF_MONTH']),
    dateProperty: v.string(),
    days: v.string(),
    side: v.picklist(['before', 'after']),
    yearly: v.boolean(),
  }),
  groups: groupsSchema,
});

const typedWorkflowSchema: v.GenericSchema<unknown, TypedWorkflow> = v.object({
  name: v.string(),
  trigger: triggerSchema,
  actions: actionsSchema,
  settings: v.object({
    zone: v.string(),
    reenrolls: v.boolean(),
    triggers: groupsSchema,
    unenrollWhenNotMatching: v.boolean(),
    suppressed: v.string(),
    pauseDates: v.array(v.object({ key: v.string(), from: v.string(), to: v.string() })),
  }),
  boundTo: v.exactOptional(v.string()),
});

const keptSchema = v.object({
  /** The revision that was being edited; absent for a new workflow. */
  basedOn: v.exactOptional(v.number()),
  typed: typedWorkflowSchema,
});

/** What was typed before a reload. */
export interface KeptWorkflow {
  readonly basedOn?: number;
  readonly typed: TypedWorkflow;
}

/** From the tab's memory; what an older build left and no longer fits is none. */
export function readTypedWorkflow(raw: unknown): KeptWorkflow | undefined {
  const parsed = v.safeParse(keptSchema, raw);
  return parsed.success ? parsed.output : undefined;
}
