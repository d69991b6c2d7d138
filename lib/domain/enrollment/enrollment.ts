import * as v from 'valibot';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import {
  contactIdSchema,
  enrollmentIdSchema,
  senderIdSchema,
  sequenceIdSchema,
  stepIdSchema,
  taskIdSchema,
} from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { minuteOfDaySchema } from '@/lib/time/local-date';
import { zoneSchema } from '@/lib/time/zone';

/** Who asked. Origin decides policy: a person is asked, a workflow skips and records why. */
export const originSchema = v.picklist(['manual', 'bulk', 'workflow', 'engine']);

export type Origin = v.InferOutput<typeof originSchema>;

/** Why an enrollment ended before its last step. */
export const exitReasonSchema = v.picklist([
  'manual',
  'undone',
  'replied',
  'meetingBooked',
  'colleagueReplied',
  'colleagueMet',
  'bounced',
  'optedOut',
  'contactDeleted',
  'sequenceDeleted',
  'workflow',
]);

export type ExitReason = v.InferOutput<typeof exitReasonSchema>;

/**
 * Why an enrollment is paused.
 *
 * - `person`: the rep paused it.
 * - `absence`: the contact is away; it goes on by itself.
 * - `ownMessage`: the rep wrote to the contact by hand and is asked whether it should go on.
 * - `late`: its step is so late that the rep is asked first, see `SequenceSettings.askWhenLateDays`.
 */
export const pauseReasonSchema = v.picklist(['person', 'absence', 'ownMessage', 'late']);

export type PauseReason = v.InferOutput<typeof pauseReasonSchema>;

export const enrollmentStateSchema = v.variant('kind', [
  v.object({ kind: v.literal('scheduled') }),
  v.object({ kind: v.literal('active') }),
  /** `remainingMs` of the running delay are waited when it goes on. */
  v.object({
    kind: v.literal('paused'),
    why: pauseReasonSchema,
    since: instantSchema,
    /** It goes on by itself then; absent: when a person says so. */
    until: v.optional(instantSchema),
    remainingMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ kind: v.literal('finished'), at: instantSchema }),
  v.object({ kind: v.literal('unenrolled'), at: instantSchema, reason: exitReasonSchema }),
  v.object({ kind: v.literal('failed'), at: instantSchema, code: v.string() }),
]);

export type EnrollmentState = v.InferOutput<typeof enrollmentStateSchema>;

/** The conversation in the mailbox that follow-ups join. `references` are RFC 5322 message ids. */
export const threadSchema = v.object({
  threadId: v.string(),
  subject: v.string(),
  references: v.array(v.string()),
});

export type Thread = v.InferOutput<typeof threadSchema>;

/** Text that a person edited for this enrollment only; used as it is, not as a template. */
export const editedEmailSchema = v.object({
  stepId: stepIdSchema,
  subject: v.pipe(v.string(), v.maxLength(998)),
  body: v.pipe(v.string(), v.maxLength(100_000)),
});

export type EditedEmail = v.InferOutput<typeof editedEmailSchema>;

/** One contact in one version of one sequence. */
export const enrollmentSchema = v.object({
  id: enrollmentIdSchema,
  contactId: contactIdSchema,
  sequenceId: sequenceIdSchema,
  sequenceVersion: v.number(),
  senderId: senderIdSchema,
  from: emailAddressSchema,
  to: emailAddressSchema,
  zone: zoneSchema,
  zoneSource: v.picklist(['contact', 'sender']),
  origin: originSchema,
  state: enrollmentStateSchema,
  /** The clock time of the enrollment in its zone; later steps keep it. */
  clockMinute: minuteOfDaySchema,
  /** What the rep typed for `{{placeholder:…}}`, by its name. */
  placeholders: v.record(v.string(), v.string()),
  /** Index of the step that runs next; equals the number of steps once finished. */
  nextStep: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When that step is due, while there is one. */
  nextAt: v.optional(instantSchema),
  /** The task that has to be done before the next step's delay begins. */
  heldBy: v.optional(taskIdSchema),
  /** A step has run, even if no email has left: it cannot be undone any more. */
  begun: v.optional(v.literal(true)),
  thread: v.optional(threadSchema),
  /** Their answer seems to ask not to be written to; a person decides what it means. */
  optOutAsked: v.optional(v.literal(true)),
  /** When the contact answered for the first time. */
  answeredAt: v.optional(instantSchema),
  edited: v.array(editedEmailSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

export type Enrollment = Readonly<v.InferOutput<typeof enrollmentSchema>>;

/** Does this enrollment still hold the contact? */
export function isLive(enrollment: Enrollment): boolean {
  const { kind } = enrollment.state;
  return kind === 'scheduled' || kind === 'active' || kind === 'paused';
}
