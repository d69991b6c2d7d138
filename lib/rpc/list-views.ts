import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { ExitReason, PauseReason } from '@/lib/domain/enrollment/enrollment';
import type { WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import type { ContactId, EnrollmentId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { PauseView } from './views';

/** One row of the options page's list. */
export interface EnrollmentRow {
  readonly enrollmentId: EnrollmentId;
  readonly contactId: ContactId;
  readonly contactName: string;
  readonly to: EmailAddress;
  readonly sequenceName: string;
  readonly state: 'scheduled' | 'active' | 'paused' | 'finished' | 'unenrolled' | 'failed';
  readonly reason?: ExitReason | string;
  readonly step: number;
  readonly steps: number;
  readonly nextAt?: Instant;
  readonly zone: Zone;
  readonly zoneSource: 'contact' | 'sender';
  readonly from: EmailAddress;
  readonly updatedAt: Instant;
  readonly waiting?: WaitingCode;
  readonly pause?: PauseView;
  /** Their answer seems to ask not to be written to, and nobody has decided yet. */
  readonly asksOptOut?: boolean;
}

/** One effect that is to come, or that has failed. */
export interface OutboxLine {
  readonly key: string;
  readonly enrollmentId: EnrollmentId;
  /** The address where no name is known; empty where neither is. */
  readonly contactName: string;
  readonly to?: EmailAddress;
  /** Empty where nobody knows any more. */
  readonly from: EmailAddress | '';
  readonly sequenceName: string;
  readonly step: number;
  readonly steps: number;
  readonly effect: 'email' | 'task';
  readonly state: 'due' | 'sending' | 'failed';
  readonly planned: Instant;
  /** When it is looked at next; nothing wakes what rests. */
  readonly wakeAt?: Instant;
  readonly zone?: Zone;
  readonly zoneSource?: 'contact' | 'sender';
  readonly paused?: PauseReason;
  readonly waiting?: WaitingCode;
  /** By how much it is past its first planned time. */
  readonly lateMs?: number;
  /** Of a failed one. */
  readonly failure?: string;
  readonly failedAt?: Instant;
  /** It failed before anything was handed over, and its enrollment failed with it. */
  readonly mayRetry?: boolean;
}

export interface OutboxView {
  /** Not final, in planned order. */
  readonly lines: readonly OutboxLine[];
  /** Failed, the latest first. */
  readonly parked: readonly OutboxLine[];
  readonly hasMore: boolean;
  readonly hasMoreParked: boolean;
  readonly pausedAll?: Instant;
}
