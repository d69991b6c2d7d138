import * as v from 'valibot';
import { enrollmentIdSchema, sequenceIdSchema, taskIdSchema } from '@/lib/domain/ids';
import { propertyNameSchema } from './filter';

/**
 * Something that happened to one contact and that a workflow may wait for. It is a row until every
 * workflow that is on has seen it.
 */
export const workflowEventSchema = v.variant('type', [
  v.object({ type: v.literal('contactCreated') }),
  /** `before` and `after` hold only what has changed; a value that is missing was or is unknown. */
  v.object({
    type: v.literal('propertyChanged'),
    before: v.record(propertyNameSchema, v.string()),
    after: v.record(propertyNameSchema, v.string()),
  }),
  /** `form` is the rule's name, or the conversion's as the CRM calls it. */
  v.object({ type: v.literal('formSubmitted'), form: v.pipe(v.string(), v.maxLength(200)) }),
  v.object({
    type: v.literal('pageVisited'),
    site: v.pipe(v.string(), v.maxLength(32)),
    /** Host and path, never the query: it may hold somebody's secrets. */
    url: v.pipe(v.string(), v.maxLength(500)),
  }),
  ...(
    ['emailSent', 'emailReplied', 'emailBounced', 'emailUnsubscribed', 'meetingBooked'] as const
  ).map((type) => v.object({ type: v.literal(type), sequenceId: v.optional(sequenceIdSchema) })),
  ...(['sequenceEnrolled', 'sequenceFinished', 'sequenceUnenrolled'] as const).map((type) =>
    v.object({
      type: v.literal(type),
      sequenceId: sequenceIdSchema,
      enrollmentId: enrollmentIdSchema,
    }),
  ),
  v.object({ type: v.literal('taskCompleted'), taskId: taskIdSchema, title: v.string() }),
]);

export type WorkflowEvent = Readonly<v.InferOutput<typeof workflowEventSchema>>;
export type WorkflowEventType = WorkflowEvent['type'];

/** All of them, in the order in which a person is offered them. */
export const WORKFLOW_EVENT_TYPES = [
  'contactCreated',
  'propertyChanged',
  'formSubmitted',
  'pageVisited',
  'emailSent',
  'emailReplied',
  'emailBounced',
  'emailUnsubscribed',
  'meetingBooked',
  'sequenceEnrolled',
  'sequenceFinished',
  'sequenceUnenrolled',
  'taskCompleted',
] as const satisfies readonly WorkflowEventType[];
