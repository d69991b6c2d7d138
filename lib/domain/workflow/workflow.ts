import * as v from 'valibot';
import { sequenceIdSchema, workflowIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import { zoneSchema } from '@/lib/time/zone';
import { actionsSchema } from './action';
import { filterGroupsSchema } from './filter';
import { triggerSchema } from './trigger';

const dateRangeSchema = v.pipe(
  v.object({ from: localDateSchema, to: localDateSchema }),
  v.check(({ from, to }) => from <= to, 'expected a range that does not end before it starts'),
);

/** How a workflow behaves, besides its trigger and its actions. */
export const workflowSettingsSchema = v.object({
  /** The clock and the calendar of schedules, delays, pause dates and date filters. */
  zone: zoneSchema,
  /**
   * Contacts enroll the first time only, unless this is on: then again whenever one of these groups
   * begins to hold while the trigger's own hold as well.
   */
  reenroll: v.variant('kind', [
    v.object({ kind: v.literal('off') }),
    v.object({ kind: v.literal('on'), triggers: filterGroupsSchema }),
  ]),
  /** Takes contacts out of the workflow when its criteria no longer hold. */
  unenrollWhenNotMatching: v.boolean(),
  /** Addresses and domains (`@example.com`) that are never enrolled, and taken out when added. */
  suppressed: v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.maxLength(5_000)),
  /** What is due on these days is done on the next day that is none of them. */
  pauseDates: v.pipe(v.array(dateRangeSchema), v.maxLength(100)),
});

export type WorkflowSettings = Readonly<v.InferOutput<typeof workflowSettingsSchema>>;

/** What a person writes: everything of a workflow that an edit may change. */
export const workflowDraftSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  trigger: triggerSchema,
  actions: actionsSchema,
  settings: workflowSettingsSchema,
  /** The sequence whose Automation tab it belongs to, if it was made there. */
  boundTo: v.optional(sequenceIdSchema),
});

export type WorkflowDraft = Readonly<v.InferOutput<typeof workflowDraftSchema>>;

/**
 * One revision of a workflow. An edit makes the next one; contacts that are in it go on with the one
 * they began with, so revisions are never changed in place.
 */
export const workflowSchema = v.object({
  ...workflowDraftSchema.entries,
  id: workflowIdSchema,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: instantSchema,
});

export type Workflow = Readonly<v.InferOutput<typeof workflowSchema>>;
