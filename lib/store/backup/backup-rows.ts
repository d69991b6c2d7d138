import * as v from 'valibot';
import { contactSchema } from '@/lib/domain/contact/contact';
import { enrollmentSchema } from '@/lib/domain/enrollment/enrollment';
import { outboxRowSchema } from '@/lib/domain/enrollment/outbox-row';
import { sequenceIdSchema, workflowIdSchema } from '@/lib/domain/ids';
import { journalEntrySchema } from '@/lib/domain/journal-entry';
import { senderSchema } from '@/lib/domain/sender/sender';
import { sequenceSchema } from '@/lib/domain/sequence/sequence';
import { suppressionSchema } from '@/lib/domain/suppression/suppression';
import { taskSchema } from '@/lib/domain/task/task';
import { workflowRunSchema } from '@/lib/domain/workflow/run';
import { workflowSchema } from '@/lib/domain/workflow/workflow';
import { sequenceHeadSchema } from '@/lib/store/home/read-mirror';
import { memberSchema } from '@/lib/store/workflow-members';
import { instantSchema } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What a backup holds. Not: secrets, whose keys cannot leave the database; claims, limits and counts,
 * which follow from the rest; undo, bulk runs and events, which are of today only.
 */
export const backupSchemas = {
  contacts: contactSchema,
  sequences: sequenceHeadSchema,
  sequenceVersions: sequenceSchema,
  senders: senderSchema,
  suppression: suppressionSchema,
  calendars: v.object({
    id: v.literal('own'),
    days: v.array(v.object({ date: localDateSchema, name: v.string() })),
    until: localDateSchema,
  }),
  tasks: taskSchema,
  workflows: v.object({
    id: workflowIdSchema,
    name: v.string(),
    revision: count,
    state: v.picklist(['off', 'starting', 'on', 'held', 'deleted']),
    sequenceIds: v.array(sequenceIdSchema),
    recent: v.array(instantSchema),
    inside: count,
    entered: count,
    enrolled: count,
    skipped: count,
    createdAt: instantSchema,
    updatedAt: instantSchema,
  }),
  workflowRevisions: workflowSchema,
  workflowRuns: workflowRunSchema,
  workflowMembers: memberSchema,
  enrollments: enrollmentSchema,
  outbox: outboxRowSchema,
  journal: journalEntrySchema,
} as const;

export type BackupStore = keyof typeof backupSchemas;

export const BACKUP_STORES: readonly BackupStore[] = [
  'contacts',
  'sequences',
  'sequenceVersions',
  'senders',
  'suppression',
  'calendars',
  'tasks',
  'workflows',
  'workflowRevisions',
  'workflowRuns',
  'workflowMembers',
  'enrollments',
  'outbox',
  'journal',
];

export type BackupRows = {
  readonly [Store in BackupStore]: readonly v.InferOutput<(typeof backupSchemas)[Store]>[];
};
