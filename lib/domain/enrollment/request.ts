import type { Contact } from '@/lib/domain/contact/contact';
import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { CheckCode } from './check';
import type { EditedEmail, Origin } from './enrollment';

/** What somebody wants: this contact, from then on, with these choices. */
export interface EnrollRequest {
  readonly origin: Origin;
  /** As it would be stored, whether it exists yet or not. */
  readonly contact: Contact;
  /** One of the contact's addresses; the first if left out. */
  readonly to?: EmailAddress;
  /** One of the sender's addresses; its default if left out. */
  readonly from?: EmailAddress;
  /** Index of the first step to run. */
  readonly startStep: number;
  /** Whose mailbox: chosen by name, or the address in a property of the contact. */
  readonly senderType:
    | { readonly kind: 'specific' }
    | { readonly kind: 'owner'; readonly property: string };
  /** Send the first email then and not at once. */
  readonly sendAt?: Instant;
  /** What the rep typed for `{{placeholder:…}}`, by its name. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** How many are enrolled in one go, and the number that a person typed to confirm it. */
  readonly batch: { readonly size: number; readonly confirmed?: number };
  /** A workflow may be told to enroll cold leads all the same. */
  readonly allowColdLeads: boolean;
  /** Chosen by hand; else the contact's, else the sender's. */
  readonly zone?: Zone;
  /** The sender's clock even where the contact's is known. */
  readonly sendersClock?: boolean;
  readonly edited?: EditedEmail;
  /** Warnings that a person has seen and accepted. */
  readonly accepted: readonly CheckCode[];
  /** How long the first email is held so that it can be taken back, in milliseconds. */
  readonly holdMs: number;
}
