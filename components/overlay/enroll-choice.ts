import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { SenderId, SequenceId } from '@/lib/domain/ids';

/** One thing that a person picked in the popover. */
export interface EnrollChoice {
  readonly sequenceId?: SequenceId;
  readonly senderId?: SenderId;
  readonly from?: EmailAddress;
  readonly to?: EmailAddress;
  readonly startStep?: number;
}
