import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Check } from '@/lib/domain/enrollment/check';
import type { EditedEmail, ExitReason, PauseReason } from '@/lib/domain/enrollment/enrollment';
import type { WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import type { ContactId, EnrollmentId, SenderId, SequenceId, StepId } from '@/lib/domain/ids';
import type { Away, Connection, MailboxKind, SendAddress } from '@/lib/domain/sender/sender';
import type { StepKind } from '@/lib/domain/sequence/step';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';

/** What the control on the page says about one person. */
export type ContactStatus =
  /** No address and no known record: nothing to enroll, `Enroll` explains what is missing. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'free';
      readonly lastExit?: {
        readonly reason: ExitReason | 'finished' | 'failed';
        readonly at: Instant;
        readonly sequenceName: string;
        /** Their answer seems to ask not to be written to, and nobody has decided yet. */
        readonly asksOptOut?: boolean;
      };
    }
  | EnrolledStatus;

/** Why an enrollment rests, and until when, if it goes on by itself. */
export interface PauseView {
  readonly why: PauseReason;
  readonly until?: Instant;
}

export interface EnrolledStatus {
  readonly kind: 'enrolled';
  readonly enrollmentId: EnrollmentId;
  readonly contactId: ContactId;
  readonly contactName: string;
  readonly sequenceName: string;
  /** The step that runs next, counted from 1, and how many there are. */
  readonly step: number;
  readonly steps: number;
  readonly nextAt?: Instant;
  readonly zone: Zone;
  readonly zoneSource: 'contact' | 'sender';
  /** Nothing has left yet and Undo still works until then. */
  readonly undoUntil?: Instant;
  /** Waits for a person to let it go on. */
  readonly paused?: boolean;
  /** Of a paused one. */
  readonly pause?: PauseView;
  /** Why the next step does not run although it is due. */
  readonly waiting?: WaitingCode;
}

export interface SequenceChoice {
  readonly id: SequenceId;
  readonly name: string;
  readonly steps: number;
  readonly lastUsedAt?: Instant;
}

export interface SenderChoice {
  readonly id: SenderId;
  readonly kind: MailboxKind;
  readonly address: EmailAddress;
  readonly name: string;
  readonly addresses: readonly SendAddress[];
  readonly connection: Connection;
  readonly limit: LimitView;
  readonly zone: Zone;
  readonly seat: boolean;
  readonly shared: boolean;
  readonly providerLimit: number;
  readonly adminLimit?: number;
  readonly perMinute: number;
  readonly meetingLink?: string;
  /** Whether meetings are noticed; absent until somebody has looked. */
  readonly calendar?: 'read' | 'notGranted';
  readonly away: readonly Away[];
}

export interface LimitView {
  readonly limit: number;
  /** Sent in the last 24 hours. */
  readonly used: number;
  /** Due in the next 24 hours. */
  readonly scheduled: number;
}

export interface PlannedStepView {
  readonly stepId: StepId;
  readonly number: number;
  readonly kind: StepKind;
  /** Of a task, its title. */
  readonly subject: string;
  readonly at: Instant;
}

/** Everything the Enroll popover shows, computed by the same `decide` that enrolls. */
export interface EnrollmentPreview {
  readonly sequences: readonly SequenceChoice[];
  readonly senders: readonly SenderChoice[];
  /** What is chosen; absent parts have nothing to choose from. */
  readonly sequenceId?: SequenceId;
  readonly senderId?: SenderId;
  readonly from?: EmailAddress;
  readonly to?: EmailAddress;
  /** Names of `{{placeholder:…}}` in the emails to come, in their order. */
  readonly placeholders: readonly string[];
  /** Properties of this contact that hold an address, to send as the contact's owner. */
  readonly ownerProperties: readonly string[];
  /** Better moments for the first email than at once, each with why. */
  readonly offers: readonly { readonly at: Instant; readonly why: 'window' | 'limit' }[];
  /** Addresses of this person to choose from. */
  readonly recipients: readonly EmailAddress[];
  /** Counted from 1. */
  readonly startStep: number;
  readonly zone?: Zone;
  readonly zoneSource?: 'contact' | 'sender';
  readonly plan: readonly PlannedStepView[];
  /** The first email as it would leave; absent when only tasks are left. */
  readonly email?: EditedEmail;
  readonly checks: readonly Check[];
  /** May be enrolled as things stand (warnings allow it, blocks do not). */
  readonly allowed: boolean;
  /** The first email does not leave as it would: everything is paused, or its sender is away. */
  readonly hold?: 'pausedAll' | 'away';
  readonly undoSeconds: number;
  readonly status: ContactStatus;
}

export type EnrollOutcome =
  | { readonly kind: 'enrolled'; readonly status: EnrolledStatus }
  | { readonly kind: 'refused'; readonly checks: readonly Check[]; readonly status: ContactStatus };

export type UnenrollOutcome =
  | {
      readonly kind: 'unenrolled';
      readonly sequenceName: string;
      /** `enrollment.restore` takes it back until then. */
      readonly undoUntil?: Instant;
    }
  /** Undo came too late: the first email is on its way or gone; the enrollment goes on. */
  | { readonly kind: 'tooLate' }
  | { readonly kind: 'notEnrolled' };

export type PauseOutcome =
  | { readonly kind: 'paused'; readonly undoUntil: Instant }
  /** Its email is on the way right now; ask again when it has left. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'notEnrolled' };

export type ResumeOutcome =
  /** What goes out next, and when. */
  | {
      readonly kind: 'resumed';
      /** Absent while a task has to be done first; `subject` is its title then. */
      readonly nextAt?: Instant;
      readonly subject: string;
      readonly zone: Zone;
      readonly undoUntil: Instant;
    }
  | { readonly kind: 'notPaused' };

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly status: EnrolledStatus }
  | { readonly kind: 'tooLate' }
  /** Somebody enrolled the contact anew meanwhile. */
  | { readonly kind: 'taken' };

export type SkipOutcome =
  /** Without `nextAt` that was the last step. */
  | { readonly kind: 'skipped'; readonly nextAt?: Instant; readonly undoUntil?: Instant }
  | { readonly kind: 'sending' }
  | { readonly kind: 'notEnrolled' };

export type RetryOutcome =
  | { readonly kind: 'retried' }
  /** It may have left, or is parked no more. */
  | { readonly kind: 'unsafe' }
  /** Somebody enrolled the contact anew meanwhile. */
  | { readonly kind: 'taken' };

export type ConnectOutcome =
  | { readonly kind: 'connected'; readonly senderId: SenderId; readonly address: EmailAddress }
  | {
      readonly kind: 'failed';
      /** A sentence in i18n under `connectFailure`. */
      readonly code:
        | 'noClientId'
        | 'cancelled'
        | 'denied'
        | 'badClient'
        | 'missingScope'
        | 'differentAccount'
        | 'offline'
        | 'unavailable';
    };

export type ComposeAdded =
  | { readonly kind: 'added'; readonly senderId: SenderId; readonly address: EmailAddress }
  /** That mailbox is connected already, which is better. */
  | { readonly kind: 'connected'; readonly address: EmailAddress };

/** What was done after the computer had slept, or the browser was closed, since then. */
export interface CatchUpView {
  readonly since: Instant;
  readonly sent: number;
  readonly moved: number;
  readonly asked: number;
  readonly replies: number;
}

/** What the popup shows, read from the database by the popup itself. */
export interface Overview {
  readonly sequences: readonly {
    readonly id: SequenceId;
    readonly name: string;
    readonly active: number;
    readonly nextAt?: Instant;
  }[];
  readonly senders: readonly SenderChoice[];
  /** Nothing leaves since then. */
  readonly pausedAll?: Instant;
  /** What was done after a long absence, until the rep dismisses it. */
  readonly catchUp?: CatchUpView;
  /** Tasks that are due until the end of today, at most 99. */
  readonly tasks: number;
  /** Due rows that cannot run, most urgent first. */
  readonly problems: readonly {
    readonly code: WaitingCode;
    readonly senderId?: SenderId;
    readonly address?: EmailAddress;
    readonly count: number;
  }[];
  /** The browser lost the database; what runs came back from the second home. */
  readonly loss?: LossView;
}

export interface LossView {
  readonly at: Instant;
  /** Enrollments that go on. */
  readonly live: number;
  /** What could not be read any more. */
  readonly damaged: number;
}
