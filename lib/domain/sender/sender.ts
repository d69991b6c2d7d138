import * as v from 'valibot';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import { senderIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import { zoneSchema } from '@/lib/time/zone';

/** How a mailbox stands. Only `connected` may send; every other state names its next step. */
export const connectionSchema = v.picklist(['connected', 'expired', 'revoked', 'offline']);

export type Connection = v.InferOutput<typeof connectionSchema>;

/** Whose mailbox it is; `compose` is one that nobody connected: the rep sends by hand. */
export const mailboxKindSchema = v.picklist(['gmail', 'outlook', 'compose']);

export type MailboxKind = v.InferOutput<typeof mailboxKindSchema>;

/** The kinds that a rep connects by signing in at a provider. */
export const connectedKindSchema = v.picklist(['gmail', 'outlook']);

export type ConnectedKind = v.InferOutput<typeof connectedKindSchema>;

/** Where an email is written by hand; `mail` is whatever the computer opens for an address. */
export const composeProgramSchema = v.picklist(['gmail', 'outlook', 'mail']);

export type ComposeProgram = v.InferOutput<typeof composeProgramSchema>;

export const sendAddressSchema = v.object({
  address: emailAddressSchema,
  name: v.string(),
  isDefault: v.boolean(),
  /** HTML that the mail program puts under messages from this address. */
  signature: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
});

export type SendAddress = v.InferOutput<typeof sendAddressSchema>;

/** Whole days, both included, by the clock of the sender's zone. Nothing leaves on them. */
export const awaySchema = v.pipe(
  v.object({ from: localDateSchema, to: localDateSchema }),
  v.check(({ from, to }) => from <= to, 'expected an end that is not before the beginning'),
);

export type Away = Readonly<v.InferOutput<typeof awaySchema>>;

/** A user with a connected personal mailbox. */
export const senderSchema = v.object({
  id: senderIdSchema,
  kind: mailboxKindSchema,
  address: emailAddressSchema,
  name: v.string(),
  /** The account's own address first, then its verified aliases. */
  addresses: v.pipe(v.array(sendAddressSchema), v.minLength(1)),
  zone: zoneSchema,
  connection: connectionSchema,
  /** The user has a seat: may send sequences at all. */
  seat: v.boolean(),
  /** A team or conversations inbox; such a mailbox never sends sequences. */
  shared: v.boolean(),
  /** Emails per rolling 24 hours that the provider allows. */
  dailyLimit: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** A lower limit that the company or the rep has set. */
  adminLimit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
  /** Emails per clock minute. */
  perMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  /** Which mail program opens for an email by hand; absent: the one of the mailbox. */
  composeWith: v.optional(composeProgramSchema),
  /** Holidays and other days off, in order. */
  away: v.pipe(v.array(awaySchema), v.maxLength(100)),
  /** The sender's own booking page, for `{{sender.meeting_link}}`. */
  meetingLink: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  /**
   * Whether meetings are noticed, and when the calendar was asked last. Absent until somebody has
   * looked.
   */
  calendar: v.optional(
    v.object({ state: v.picklist(['read', 'notGranted']), readAt: instantSchema }),
  ),
  /** Where reading of new mail continues; opaque, the mailbox's own. */
  cursor: v.string(),
  polledAt: v.optional(instantSchema),
  /** When its addresses and signatures were read last. */
  profileAt: v.optional(instantSchema),
  connectedAt: instantSchema,
});

export type Sender = Readonly<v.InferOutput<typeof senderSchema>>;
