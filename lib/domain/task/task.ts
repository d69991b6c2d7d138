import * as v from 'valibot';
import { exitReasonSchema } from '@/lib/domain/enrollment/enrollment';
import { contactIdSchema, enrollmentIdSchema, stepIdSchema, taskIdSchema } from '@/lib/domain/ids';
import { prioritySchema } from '@/lib/domain/sequence/step';
import { instantSchema } from '@/lib/time/instant';

export const taskKindSchema = v.picklist([
  'general',
  'call',
  'email',
  'linkedIn',
  'linkedInConnect',
  'linkedInMessage',
]);

/** The step of the enrollment that a task carries out. */
export const taskOfStepSchema = v.object({
  enrollmentId: enrollmentIdSchema,
  stepId: stepIdSchema,
  stepIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The sequence goes on only when this is done. */
  hold: v.boolean(),
});

export type TaskOfStep = Readonly<v.InferOutput<typeof taskOfStepSchema>>;

/** Something that a person has to do for a contact. */
export const taskSchema = v.object({
  id: taskIdSchema,
  contactId: contactIdSchema,
  kind: taskKindSchema,
  title: v.pipe(v.string(), v.maxLength(200)),
  note: v.optional(v.pipe(v.string(), v.maxLength(5_000))),
  priority: v.optional(prioritySchema),
  /** Absent for a task that no sequence made. */
  ofStep: v.optional(taskOfStepSchema),
  dueAt: instantSchema,
  /** When the rep is reminded; absent: never, or they were. */
  remindAt: v.optional(instantSchema),
  createdAt: instantSchema,
  doneAt: v.optional(instantSchema),
  /** It was not done: the contact left the sequence, and nobody has to do it any more. */
  canceled: v.optional(v.union([exitReasonSchema, v.literal('failed')])),
});

export type Task = Readonly<v.InferOutput<typeof taskSchema>>;
