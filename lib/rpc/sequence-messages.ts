import * as v from 'valibot';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import { senderIdSchema, sequenceIdSchema, stepIdSchema } from '@/lib/domain/ids';
import { accessSchema } from '@/lib/domain/sequence/access';
import { sequenceSettingsSchema } from '@/lib/domain/sequence/settings';
import { stepSchema } from '@/lib/domain/sequence/step';
import { suppressionReasonSchema } from '@/lib/domain/suppression/suppression';
import { localDateSchema } from '@/lib/time/local-date';
import { zoneSchema } from '@/lib/time/zone';
import { message, OWN_PAGES } from './define';
import type { SequenceChanged, SequenceSaved, SuppressionOutcome } from './sequence-views';

const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

const id = v.optional(stepIdSchema);
const [email, manual, call, general, connect, linkedIn] = stepSchema.options;

/** A step as a form holds it; a new one has no id yet. */
export const draftStepSchema = v.variant('kind', [
  v.object({ ...email.entries, id }),
  v.object({ ...manual.entries, id }),
  v.object({ ...call.entries, id }),
  v.object({ ...general.entries, id }),
  v.object({ ...connect.entries, id }),
  v.object({ ...linkedIn.entries, id }),
]);

export type DraftStep = v.InferOutput<typeof draftStepSchema>;

const meetingLinkSchema = v.pipe(
  v.string(),
  v.trim(),
  v.url(),
  v.startsWith('https://'),
  v.maxLength(500),
);

const calendarSchema = v.object({
  /** A country (`PL`), or the rep's own closed days. */
  id: v.pipe(v.string(), v.regex(/^([A-Z]{2}|own)$/)),
  days: v.pipe(
    v.array(v.object({ date: localDateSchema, name: v.pipe(v.string(), v.maxLength(200)) })),
    v.maxLength(1_000),
  ),
  until: localDateSchema,
});

/** Messages about sequences, senders and the company's rules; for our own pages only. */
export const sequenceMessages = {
  /** A new sequence, or the next version of one; running enrollments keep theirs. */
  'sequence.save': message<SequenceSaved>()({
    from: OWN_PAGES,
    input: v.object({
      id: v.optional(sequenceIdSchema),
      /** The version that was edited; a newer one is never overwritten. */
      basedOn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      name: nameSchema,
      steps: v.pipe(v.array(draftStepSchema), v.maxLength(50)),
      settings: sequenceSettingsSchema,
      access: accessSchema,
    }),
  }),
  'sequence.duplicate': message<SequenceSaved>()({
    from: OWN_PAGES,
    input: v.object({ id: sequenceIdSchema, name: nameSchema }),
  }),
  /**
   * `archive` takes nobody any more, running enrollments go on; `restore` takes it back; `delete`
   * unenrolls everybody; `pause` sends nothing until `resume`.
   */
  'sequence.change': message<SequenceChanged>()({
    from: OWN_PAGES,
    input: v.object({
      id: sequenceIdSchema,
      action: v.picklist(['archive', 'restore', 'delete', 'pause', 'resume']),
    }),
  }),
  'sender.save': message<void>()({
    from: OWN_PAGES,
    input: v.object({
      senderId: senderIdSchema,
      name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
      zone: v.optional(zoneSchema),
      seat: v.optional(v.boolean()),
      shared: v.optional(v.boolean()),
      /** `null` takes the limit away. */
      adminLimit: v.optional(
        v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
      ),
      perMinute: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
      /** `null` takes the link away. */
      meetingLink: v.optional(v.nullable(meetingLinkSchema)),
      defaultAddress: v.optional(emailAddressSchema),
    }),
  }),
  /** Addresses, or whole domains as `@example.com`. */
  'suppression.add': message<SuppressionOutcome>()({
    from: OWN_PAGES,
    input: v.object({
      entries: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.maxLength(320))), v.maxLength(5_000)),
      reason: suppressionReasonSchema,
    }),
  }),
  'suppression.remove': message<void>()({
    from: OWN_PAGES,
    input: v.object({ address: v.pipe(v.string(), v.maxLength(320)) }),
  }),
  /** Days without sending, as an options page worked them out; replaces those calendars. */
  'calendar.save': message<void>()({
    from: OWN_PAGES,
    input: v.object({
      calendars: v.pipe(v.array(calendarSchema), v.maxLength(300)),
      zoneCountries: v.optional(v.record(v.string(), v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)))),
    }),
  }),
} as const;
