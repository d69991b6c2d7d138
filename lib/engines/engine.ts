import type { ExitReason } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';

export type ExitOutcome =
  | { readonly kind: 'ended'; readonly sequenceName: string }
  /** It had ended before, or never was. */
  | { readonly kind: 'notLive' }
  /** Only for `undone`: the first email is on its way or gone. */
  | { readonly kind: 'tooLate' };

/** Who runs a sequence. One per company tool; the local one sends from the rep's own mailbox. */
export interface Engine {
  readonly kind: 'local';
  /** Runs everything that is due. Safe to call at any time and from any number of places. */
  readonly runDue: (signal: AbortSignal) => Promise<void>;
  /** When something will be due; `undefined` when nothing waits. */
  readonly nextDue: () => Promise<Instant | undefined>;
  /** Ends an enrollment. What is already on its way arrives; nothing after it does. */
  readonly exit: (id: EnrollmentId, reason: ExitReason) => Promise<ExitOutcome>;
}
