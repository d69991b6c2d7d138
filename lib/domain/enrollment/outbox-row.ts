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

/**
 * One due effect: this step of this enrollment leaves as an email, or becomes a task.
 *
 * `due` nothing has happened yet. `sending` a worker took it: without `draftId` a draft may or may
 * not exist, with it `handedOverAt` says when that draft was last handed over for sending. `sent`
 * and `failed` are final. Only rows with `wakeAt` need attention, at that instant.
 */
export const outboxRowSchema = v.object({
  /** `enrollment:step:rotation`; the same effect always has the same key. */
  key: v.string(),
  enrollmentId: enrollmentIdSchema,
  contactId: contactIdSchema,
  senderId: senderIdSchema,
  stepId: stepIdSchema,
  stepIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When the step is planned to run; the limit is reserved in this instant's bucket. */
  dueAt: instantSchema,
  /** Only an email needs the mailbox and takes a place in the sender's limit. */
  effect: v.picklist(['email', 'task']),
  state: v.picklist(['due', 'sending', 'sent', 'failed']),
  wakeAt: v.optional(instantSchema),
  attempts: v.pipe(v.number(), v.integer(), v.minValue(0)),
  draftId: v.optional(v.string()),
  handedOverAt: v.optional(instantSchema),
  /** What that draft's subject says; follow-ups join its thread by it. */
  subject: v.optional(v.string()),
  waiting: v.optional(waitingCodeSchema),
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
