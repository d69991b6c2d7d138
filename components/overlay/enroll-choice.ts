import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { SenderId, SequenceId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';

/** One thing that a person picked in the popover. What is there and `undefined` is taken back. */
export interface EnrollChoice {
  readonly sequenceId?: SequenceId;
  readonly senderId?: SenderId | undefined;
  readonly from?: EmailAddress | undefined;
  /** Send as whoever owns the contact by this property. */
  readonly ownerProperty?: string | undefined;
  readonly to?: EmailAddress;
  readonly startStep?: number;
  readonly sendAt?: Instant | undefined;
}
