import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Zone } from '@/lib/time/zone';

/** How a sender sends, as it is typed. */
export interface SenderDraft {
  readonly name: string;
  readonly zone: Zone;
  readonly defaultAddress: EmailAddress;
  /** Empty for none. */
  readonly adminLimit: string;
  readonly perMinute: string;
  readonly seat: boolean;
  readonly shared: boolean;
  /** Empty for none. */
  readonly meetingLink: string;
}

/** A sender's settings while they are edited. */
export interface SenderForm {
  readonly draft: SenderDraft;
  readonly changed: boolean;
  readonly saving: boolean;
  /** Saved just now, and not changed since. */
  readonly saved: boolean;
  readonly errors: Partial<Readonly<Record<'adminLimit' | 'perMinute' | 'meetingLink', string>>>;
  /** What would hold: the smallest of what engine, provider and the rep allow. */
  readonly effectiveLimit: number;
  readonly engineLimit: number;
}
