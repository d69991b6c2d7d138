import * as v from 'valibot';
import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import {
  actionIdSchema,
  contactIdSchema,
  enrollmentIdSchema,
  taskIdSchema,
  workflowIdSchema,
  workflowRunIdSchema,
} from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';

/** What an action became. `skipped` never stops the contact: it moves on, and this says why. */
export const actionOutcomeSchema = v.variant('kind', [
  v.object({ kind: v.literal('enrolled'), enrollmentId: enrollmentIdSchema, sequence: v.string() }),
  v.object({
    kind: v.literal('skipped'),
    /** Checks that stood against it, blocks first. */
    codes: v.array(v.picklist(CHECK_CODES)),
    /** Reasons that are no check: `loop`, `off` (the workflow is), `readOnly`. */
    reason: v.optional(v.string()),
  }),
  v.object({ kind: v.literal('unenrolled'), sequence: v.string() }),
  v.object({ kind: v.literal('notEnrolled') }),
  v.object({ kind: v.literal('waited'), until: instantSchema }),
  /** The name of the branch; none when `otherwise` was taken. */
  v.object({ kind: v.literal('branched'), branch: v.optional(v.string()) }),
  v.object({ kind: v.literal('taskCreated'), taskId: taskIdSchema }),
  v.object({ kind: v.literal('propertySet') }),
]);

export type ActionOutcome = Readonly<v.InferOutput<typeof actionOutcomeSchema>>;

/** Why a contact came into a workflow. */
export const runCauseSchema = v.picklist(['criteria', 'event', 'schedule', 'existing', 'manual']);

/** Why a contact left it before its last action. */
export const runExitSchema = v.picklist([
  'notMatching',
  'suppressed',
  'manual',
  'workflowDeleted',
  'contactDeleted',
]);

/** One contact in one revision of one workflow. */
export const workflowRunSchema = v.object({
  id: workflowRunIdSchema,
  workflowId: workflowIdSchema,
  revision: v.number(),
  contactId: contactIdSchema,
  cause: runCauseSchema,
  state: v.variant('kind', [
    v.object({ kind: v.literal('active') }),
    /** The workflow asks a person before it goes on. */
    v.object({ kind: v.literal('held'), since: instantSchema }),
    v.object({ kind: v.literal('finished'), at: instantSchema }),
    v.object({ kind: v.literal('unenrolled'), at: instantSchema, reason: runExitSchema }),
    v.object({ kind: v.literal('failed'), at: instantSchema, code: v.string() }),
  ]),
  /** What runs next, while there is something. */
  next: v.optional(actionIdSchema),
  /** When, unless it is held. */
  dueAt: v.optional(instantSchema),
  /** Workflows whose actions led here, nearest first: none of them enrolls the contact again. */
  chain: v.array(workflowIdSchema),
  /** Everything done so far, in order. */
  log: v.array(
    v.object({ actionId: actionIdSchema, at: instantSchema, outcome: actionOutcomeSchema }),
  ),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

export type WorkflowRun = Readonly<v.InferOutput<typeof workflowRunSchema>>;
export type RunCause = WorkflowRun['cause'];
export type RunExit = v.InferOutput<typeof runExitSchema>;

/** Is the contact still in the workflow? */
export function isInWorkflow({ state }: WorkflowRun): boolean {
  return state.kind === 'active' || state.kind === 'held';
}
