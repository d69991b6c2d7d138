import type { Enrollment, ExitReason } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';

export type ExitOutcome =
  | {
      readonly kind: 'ended';
      readonly sequenceName: string;
      /** `restore` takes it back until then. */
      readonly undoUntil?: Instant;
    }
  /** It had ended before, or never was. */
  | { readonly kind: 'notLive' }
  /** Only for `undone`: the first email is on its way or gone. */
  | { readonly kind: 'tooLate' };

export type PauseOutcome =
  | { readonly kind: 'paused'; readonly undoUntil: Instant }
  /** Its email is on the way right now. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'notLive' };

export type ResumeOutcome =
  | {
      readonly kind: 'resumed';
      /** Absent while a task has to be done first. */
      readonly nextAt?: Instant;
      /** Of the email that leaves then, or of the task. */
      readonly subject: string;
      readonly zone: Zone;
      readonly undoUntil: Instant;
    }
  | { readonly kind: 'notPaused' };

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly enrollment: Enrollment }
  /** Its time is over, or something happened that cannot be taken back. */
  | { readonly kind: 'tooLate' }
  /** Somebody else holds the contact now. */
  | { readonly kind: 'taken' };

export type SkipOutcome =
  /** Without `nextAt` that was the last step: the sequence is finished. */
  | { readonly kind: 'skipped'; readonly nextAt?: Instant; readonly undoUntil?: Instant }
  /** Its email is on the way right now. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'notLive' };

export type RetryOutcome =
  | { readonly kind: 'retried'; readonly enrollmentId: EnrollmentId }
  /** It may have left, or did; or it is parked no more. It is never sent again to be safe. */
  | { readonly kind: 'unsafe' }
  /** Somebody else holds the contact now. */
  | { readonly kind: 'taken' };

/** Who runs a sequence. One per company tool; the local one sends from the rep's own mailbox. */
export interface Engine {
  readonly kind: 'local';
  /** Runs everything that is due. Safe to call at any time and from any number of places. */
  readonly runDue: (signal: AbortSignal) => Promise<void>;
  /** When something will be due; `undefined` when nothing waits. */
  readonly nextDue: () => Promise<Instant | undefined>;
  /** Ends an enrollment. What is already on its way arrives; nothing after it does. */
  readonly exit: (id: EnrollmentId, reason: ExitReason) => Promise<ExitOutcome>;
  /** Sends nothing until `resume`; what is left of the running delay is kept. */
  readonly pause: (id: EnrollmentId) => Promise<PauseOutcome>;
  readonly resume: (id: EnrollmentId) => Promise<ResumeOutcome>;
  /** Takes back the last unenrolling, pausing, resuming or skipping. */
  readonly restore: (id: EnrollmentId) => Promise<RestoreOutcome>;
  /** Goes on without the step that would run next. */
  readonly skip: (id: EnrollmentId) => Promise<SkipOutcome>;
  /** Tries an effect once more that failed before anything was handed over. */
  readonly retry: (key: string) => Promise<RetryOutcome>;
}
