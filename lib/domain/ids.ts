import * as v from 'valibot';

const id = <const Name extends string>(name: Name) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.brand(name));

export const contactIdSchema = id('ContactId');
export const sequenceIdSchema = id('SequenceId');
export const stepIdSchema = id('StepId');
export const senderIdSchema = id('SenderId');
export const enrollmentIdSchema = id('EnrollmentId');
export const workflowIdSchema = id('WorkflowId');
export const actionIdSchema = id('ActionId');
export const workflowRunIdSchema = id('WorkflowRunId');
export const taskIdSchema = id('TaskId');

export type ContactId = v.InferOutput<typeof contactIdSchema>;
export type SequenceId = v.InferOutput<typeof sequenceIdSchema>;
export type StepId = v.InferOutput<typeof stepIdSchema>;
export type SenderId = v.InferOutput<typeof senderIdSchema>;
export type EnrollmentId = v.InferOutput<typeof enrollmentIdSchema>;
export type WorkflowId = v.InferOutput<typeof workflowIdSchema>;
export type ActionId = v.InferOutput<typeof actionIdSchema>;
export type WorkflowRunId = v.InferOutput<typeof workflowRunIdSchema>;
export type TaskId = v.InferOutput<typeof taskIdSchema>;

/** Where new ids come from. Injected, so that the core and its tests decide what they are. */
export interface Ids {
  /** A new id, never given before. */
  readonly next: () => string;
}
