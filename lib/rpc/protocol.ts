import * as v from 'valibot';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import { personSchema } from '@/lib/domain/contact/person';
import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import { editedEmailSchema } from '@/lib/domain/enrollment/enrollment';
import { enrollmentIdSchema, senderIdSchema, sequenceIdSchema } from '@/lib/domain/ids';
import { composeProgramSchema, connectedKindSchema } from '@/lib/domain/sender/sender';
import { formRuleSchema } from '@/lib/domain/workflow/form-rule';
import { instantSchema } from '@/lib/time/instant';
import { zoneSchema } from '@/lib/time/zone';
import { backupMessages } from './backup-messages';
import { bulkMessages } from './bulk-messages';
import { ANYWHERE, CONTENT, message, OWN_PAGES } from './define';
import { sequenceMessages } from './sequence-messages';
import { timeMessages } from './time-messages';
import type {
  ComposeAdded,
  ConnectOutcome,
  ContactStatus,
  EnrollmentPreview,
  EnrollOutcome,
  PauseOutcome,
  RestoreOutcome,
  ResumeOutcome,
  UnenrollOutcome,
} from './views';
import { workflowMessages } from './workflow-messages';

/** What a person chose in the popover; what is left out is chosen for them. */
export const choicesSchema = v.object({
  person: personSchema,
  sequenceId: v.optional(sequenceIdSchema),
  senderId: v.optional(senderIdSchema),
  from: v.optional(emailAddressSchema),
  to: v.optional(emailAddressSchema),
  /** Counted from 1. */
  startStep: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
  zone: v.optional(zoneSchema),
  edited: v.optional(editedEmailSchema),
  /** The owner sends whose address this property of the contact holds; instead of `senderId`. */
  ownerProperty: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  /** Send the first email then and not at once. */
  sendAt: v.optional(instantSchema),
  /** What the rep typed for `{{placeholder:…}}`, by its name. */
  placeholders: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(1_000))), {}),
});

export type Choices = v.InferOutput<typeof choicesSchema>;

const teamSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

/** Every request that crosses a context. The worker answers all of them or it does not compile. */
export const protocol = {
  /** The gate knows this page: put the overlay into the sender's tab. */
  'page.recognized': message<void>()({
    from: CONTENT,
    input: v.object({ site: v.pipe(v.string(), v.maxLength(32)) }),
  }),
  /** A page no longer looks as its adapter expects. Names of selectors only, no page text. */
  'page.drifted': message<void>()({
    from: CONTENT,
    input: v.object({
      site: v.pipe(v.string(), v.maxLength(32)),
      missing: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(20)),
    }),
  }),
  /** Opens a page of ours at a section, for example where a mailbox is connected. */
  'options.open': message<void>()({
    from: ANYWHERE,
    input: v.object({
      section: v.picklist([
        'sequences',
        'workflows',
        'mailbox',
        'sites',
        'enrollments',
        'outbox',
        'tasks',
        'suppression',
        'settings',
        'backups',
      ]),
    }),
  }),
  /** One answer per person, same order. */
  'contact.status': message<readonly ContactStatus[]>()({
    from: ANYWHERE,
    input: v.object({ people: v.pipe(v.array(personSchema), v.maxLength(500)) }),
  }),
  'enrollment.preview': message<EnrollmentPreview>()({ from: ANYWHERE, input: choicesSchema }),
  'enrollment.enroll': message<EnrollOutcome>()({
    from: ANYWHERE,
    input: v.object({
      ...choicesSchema.entries,
      sequenceId: sequenceIdSchema,
      senderId: senderIdSchema,
      /** Warnings the person has seen and accepted. */
      accepted: v.optional(v.array(v.picklist(CHECK_CODES)), []),
    }),
  }),
  /** Takes back an enrollment whose first email has not left. */
  'enrollment.undo': message<UnenrollOutcome>()({
    from: ANYWHERE,
    input: v.object({ enrollmentId: enrollmentIdSchema }),
  }),
  'enrollment.unenroll': message<UnenrollOutcome>()({
    from: ANYWHERE,
    input: v.object({ enrollmentId: enrollmentIdSchema }),
  }),
  /** Keeps what is left of the running delay. */
  'enrollment.pause': message<PauseOutcome>()({
    from: ANYWHERE,
    input: v.object({ enrollmentId: enrollmentIdSchema }),
  }),
  'enrollment.resume': message<ResumeOutcome>()({
    from: ANYWHERE,
    input: v.object({ enrollmentId: enrollmentIdSchema }),
  }),
  /** Takes back the last unenrolling, pausing or resuming while its `undoUntil` has not passed. */
  'enrollment.restore': message<RestoreOutcome>()({
    from: ANYWHERE,
    input: v.object({ enrollmentId: enrollmentIdSchema }),
  }),
  ...bulkMessages,
  ...backupMessages,
  ...sequenceMessages,
  ...timeMessages,
  ...workflowMessages,
  'mailbox.connect': message<ConnectOutcome>()({
    from: OWN_PAGES,
    input: v.object({
      kind: connectedKindSchema,
      zone: zoneSchema,
      /** Reconnecting this sender: another account is refused. */
      senderId: v.optional(senderIdSchema),
    }),
  }),
  /** A rep who may not connect anything and sends by hand. */
  'mailbox.byHand': message<ComposeAdded>()({
    from: OWN_PAGES,
    input: v.object({
      address: emailAddressSchema,
      name: v.pipe(v.string(), v.trim(), v.maxLength(200)),
      program: composeProgramSchema,
      zone: zoneSchema,
    }),
  }),
  /** The rep has sent this one by hand. */
  'compose.sent': message<void>()({
    from: OWN_PAGES,
    input: v.object({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(400)) }),
  }),
  'mailbox.disconnect': message<void>()({
    from: OWN_PAGES,
    input: v.object({ senderId: senderIdSchema }),
  }),
  /** Reads new mail and sends what is due, now. */
  'engine.nudge': message<void>()({ from: OWN_PAGES, input: v.object({}) }),
  'settings.save': message<void>()({
    from: OWN_PAGES,
    input: v.object({
      undoSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30))),
      googleClientId: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(256))),
      googleClientSecret: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(256))),
      microsoftClientId: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(256))),
      microsoftTenant: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(256))),
      /** Days after any sequence during which enrolling again warns. */
      coolOffDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365))),
      /** Days after an import during which a contact who never answered counts as cold. */
      coldLeadDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365))),
      teams: v.optional(v.pipe(v.array(teamSchema), v.maxLength(50))),
      formRules: v.optional(v.pipe(v.array(formRuleSchema), v.maxLength(50))),
    }),
  }),
} as const;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Input<Name extends MessageName> = v.InferInput<Protocol[Name]['input']>;
export type Parsed<Name extends MessageName> = v.InferOutput<Protocol[Name]['input']>;
export type Output<Name extends MessageName> = Required<Protocol[Name]>['output'];
