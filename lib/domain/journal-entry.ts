import * as v from 'valibot';
import {
  contactIdSchema,
  enrollmentIdSchema,
  senderIdSchema,
  workflowIdSchema,
} from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';

/** What may happen; append only, so codes are added and never renamed. */
export const JOURNAL_CODES = [
  'enrolled',
  'refused',
  'undone',
  'unenrolled',
  'paused',
  'resumed',
  'restored',
  'sequenceSaved',
  'sequenceChanged',
  'senderSaved',
  'suppressed',
  'unsuppressed',
  'bulkStarted',
  'bulkCanceled',
  'bulkFinished',
  'stepSent',
  'stepFailed',
  'stepDropped',
  'finished',
  'deferred',
  'replySeen',
  'autoReplySeen',
  'bounceSeen',
  'mailboxConnected',
  'mailboxDisconnected',
  'mailboxLost',
  'mailResynced',
  'pageDrifted',
  'storeReplaced',
  'workflowSaved',
  'workflowSwitchedOn',
  'workflowSwitchedOff',
  'workflowDeleted',
  'workflowHeld',
  'workflowReleased',
  'workflowEntered',
  'workflowLeft',
  'workflowFinished',
  'workflowFailed',
  'workflowActionSkipped',
  'workflowProblem',
  'propertySet',
  'taskCreated',
  'taskCompleted',
  'formSubmitted',
  'contactsImported',
  'taskMade',
  'taskCanceled',
  'taskReopened',
] as const;

export type JournalCode = (typeof JOURNAL_CODES)[number];

/** One line of the record of who did what to whom and why. Never changed, never removed. */
export const journalEntrySchema = v.object({
  at: instantSchema,
  code: v.picklist(JOURNAL_CODES),
  /** Who: a person, the engine, or a workflow. */
  actor: v.picklist(['person', 'engine', 'workflow']),
  contactId: v.optional(contactIdSchema),
  enrollmentId: v.optional(enrollmentIdSchema),
  senderId: v.optional(senderIdSchema),
  workflowId: v.optional(workflowIdSchema),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});

export type JournalEntry = Readonly<v.InferOutput<typeof journalEntrySchema>>;
