import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { PlannedStep } from '@/lib/domain/schedule/plan-steps';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Instant } from '@/lib/time/instant';
import type { MinuteOfDay } from '@/lib/time/local-date';
import type { Zone } from '@/lib/time/zone';
import type { Check } from './check';

/** What enrolling means in detail, everything chosen. */
export interface EnrollmentPlan {
  readonly sequence: Sequence;
  readonly sender: Sender;
  readonly to: EmailAddress;
  readonly from: EmailAddress;
  readonly zone: Zone;
  readonly zoneSource: 'contact' | 'sender';
  /** The clock time in `zone` that later steps keep. */
  readonly clockMinute: MinuteOfDay;
  /** Never empty: there is at least the first step. */
  readonly steps: readonly [PlannedStep, ...PlannedStep[]];
}

/** A better moment for the first email than the one asked for; `EnrollRequest.sendAt` takes it. */
export interface Offer {
  readonly at: Instant;
  /** The window opens then; or the sender's day has room then. */
  readonly why: 'window' | 'limit';
}

/** May this contact be enrolled, and how, or why not. Never a bare boolean. */
export type Decision =
  | {
      readonly kind: 'enroll';
      readonly plan: EnrollmentPlan;
      readonly checks: readonly Check[];
      readonly offers: readonly Offer[];
    }
  | {
      readonly kind: 'refuse';
      readonly checks: readonly Check[];
      readonly offers: readonly Offer[];
    };
