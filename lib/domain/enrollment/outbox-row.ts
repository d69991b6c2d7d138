import * as v from 'valibot';
import {
  contactIdSchema,
  enrollmentIdSchema,
  senderIdSchema,
  stepIdSchema,
} from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';

/** Why a due row waits; a sentence in i18n under `waiting`. */
export const waitingCodeSchema = v.picklist([
  'offline',
  'expired',
  'revoked',
  'throttled',
  'limit',
  'unavailable',
  'checking',
  'stopped',
  'paused',
  'pausedAll',
  'away',
  'late',
  'confirm',
  /** Of an enrollment that has no row for now: a task has to be done first. */
  'task',
]);

export type WaitingCode = v.InferOutput<typeof waitingCodeSchema>;

/** What went wrong the last time; each has its own schedule, see `retry-schedule.ts`. */
export const retryReasonSchema = v.picklist([
  'offline',
  'unavailable',
  'throttled',
  'expired',
  'revoked',
  'checking',
  'unexpected',
]);

export type RetryReason = v.InferOutput<typeof retryReasonSchema>;

/**
 * One due effect: this step of this enrollment leaves as an email, or becomes a task.
 *
 * `due` nothing has left. `sending` a worker took it: without `draftId` a draft may or may not exist,
 * with it `handedOverAt` says when that draft was last handed over for sending. `sent` and `failed`
 * are final. Only rows with `wakeAt` need attention, at that instant; a failed one because its draft
 * may still lie in the mailbox.
 *
 * The sender's limit counts it as sent once it is handed over, in that instant's bucket; until then
 * as planned, in that of `dueAt`.
 */
export const outboxRowSchema = v.object({
  /** `enrollment:step:rotation`; the same effect always has the same key. */
  key: v.string(),
  enrollmentId: enrollmentIdSchema,
  contactId: contactIdSchema,
  senderId: senderIdSchema,
  stepId: stepIdSchema,
  stepIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When the step is planned to run. */
  dueAt: instantSchema,
  /** Only an email needs the mailbox and takes a place in the sender's limit. */
  effect: v.picklist(['email', 'task']),
  state: v.picklist(['due', 'sending', 'sent', 'failed']),
  wakeAt: v.optional(instantSchema),
  /** How often a worker took it; after the first time the mailbox may hold a draft of it. */
  attempts: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The same thing went wrong so many times in a row. */
  retry: v.optional(
    v.object({
      after: retryReasonSchema,
      count: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ),
  draftId: v.optional(v.string()),
  handedOverAt: v.optional(instantSchema),
  /** What that draft's subject says; follow-ups join its thread by it. */
  subject: v.optional(v.string()),
  waiting: v.optional(waitingCodeSchema),
  /** When it was planned before it was moved for being late; asking the rep counts from there. */
  lateSince: v.optional(instantSchema),
  /** The time that the rep knows of, if since then it was moved only for its turn among others. */
  promisedAt: v.optional(instantSchema),
  /** Of a failed row: a stable code. */
  failure: v.optional(v.string()),
  failedAt: v.optional(instantSchema),
  sentAt: v.optional(instantSchema),
  messageId: v.optional(v.string()),
});

export type OutboxRow = Readonly<v.InferOutput<typeof outboxRowSchema>>;

/**
 * The key of an effect.
 *
 * @example outboxKey(enrollmentId, stepId, 0) // 'e1:s1:0'
 */
export function outboxKey(enrollmentId: string, stepId: string, rotation: number): string {
  return `${enrollmentId}:${stepId}:${rotation}`;
}
