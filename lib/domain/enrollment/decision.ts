import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { PlannedStep } from '@/lib/domain/schedule/plan-steps';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
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
  /** Never empty: there is at least the first step. */
  readonly steps: readonly [PlannedStep, ...PlannedStep[]];
}

/** May this contact be enrolled, and how, or why not. Never a bare boolean. */
export type Decision =
  | { readonly kind: 'enroll'; readonly plan: EnrollmentPlan; readonly checks: readonly Check[] }
  | { readonly kind: 'refuse'; readonly checks: readonly Check[] };
