import * as v from 'valibot';
import { personSchema } from '@/lib/domain/contact/person';
import {
  contactIdSchema,
  taskIdSchema,
  workflowIdSchema,
  workflowRunIdSchema,
} from '@/lib/domain/ids';
import { FINDING_CODES } from '@/lib/domain/workflow/finding';
import { workflowDraftSchema } from '@/lib/domain/workflow/workflow';
import { CONTENT, message, OWN_PAGES } from './define';
import { IMPORT_PART } from './import-part';
import type {
  DryRunPart,
  ImportOutcome,
  WorkflowEntered,
  WorkflowExplanation,
  WorkflowSaved,
  WorkflowSwitched,
} from './workflow-views';

const reasonSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** Messages about workflows, tasks and where contacts come from. */
export const workflowMessages = {
  /** A new workflow, or the next revision of one; contacts that are in it keep theirs. */
  'workflow.save': message<WorkflowSaved>()({
    from: OWN_PAGES,
    input: v.object({
      id: v.optional(workflowIdSchema),
      /** The revision that was edited; a newer one is never overwritten. */
      basedOn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      draft: workflowDraftSchema,
    }),
  }),
  'workflow.switchOn': message<WorkflowSwitched>()({
    from: OWN_PAGES,
    input: v.object({
      id: workflowIdSchema,
      /** What was looked at; a newer one is not switched on unseen. */
      revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** Enroll who matches already, not only who will. */
      existing: v.boolean(),
      /** Why it is switched on against a warning, by the warning's code. Kept in the journal. */
      reasons: v.optional(v.record(v.picklist(FINDING_CODES), reasonSchema), {}),
    }),
  }),
  /** Takes nobody any more. Contacts that are in it go on, but only their delays do. */
  'workflow.switchOff': message<void>()({
    from: OWN_PAGES,
    input: v.object({ id: workflowIdSchema }),
  }),
  /** A workflow that holds goes on: as many again as it may in 24 hours. */
  'workflow.release': message<void>()({
    from: OWN_PAGES,
    input: v.object({ id: workflowIdSchema, reason: reasonSchema }),
  }),
  'workflow.delete': message<void>()({
    from: OWN_PAGES,
    input: v.object({ id: workflowIdSchema }),
  }),
  /** By hand: asks for no criteria, but a suppressed contact is refused all the same. */
  'workflow.enter': message<WorkflowEntered>()({
    from: OWN_PAGES,
    input: v.object({ id: workflowIdSchema, contactId: contactIdSchema }),
  }),
  'workflow.leave': message<void>()({
    from: OWN_PAGES,
    input: v.object({ runId: workflowRunIdSchema }),
  }),
  /** Of a draft or a saved one alike: changes nothing. */
  'workflow.dryRun': message<DryRunPart>()({
    from: OWN_PAGES,
    input: v.object({
      draft: workflowDraftSchema,
      /** Where the last part ended. */
      after: v.optional(contactIdSchema),
      /** How many contacts of the sample are still wanted. */
      sample: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
    }),
  }),
  'workflow.explain': message<WorkflowExplanation | undefined>()({
    from: OWN_PAGES,
    input: v.object({
      draft: workflowDraftSchema,
      /** The workflow whose memory of the contact counts, once it is saved. */
      id: v.optional(workflowIdSchema),
      contactId: contactIdSchema,
    }),
  }),
  'task.complete': message<void>()({ from: OWN_PAGES, input: v.object({ taskId: taskIdSchema }) }),
  'task.reopen': message<void>()({ from: OWN_PAGES, input: v.object({ taskId: taskIdSchema }) }),
  /** A part of a file of contacts; each with at least one address. Sent again it changes nothing. */
  'contacts.import': message<ImportOutcome>()({
    from: OWN_PAGES,
    input: v.object({ people: v.pipe(v.array(personSchema), v.maxLength(IMPORT_PART)) }),
  }),
  /** The rep opened the page of somebody. */
  'page.visited': message<void>()({
    from: CONTENT,
    input: v.object({
      person: personSchema,
      site: v.pipe(v.string(), v.maxLength(32)),
      /** Host and path. */
      url: v.pipe(v.string(), v.maxLength(500)),
    }),
  }),
} as const;
