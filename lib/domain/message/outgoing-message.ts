import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Instant } from '@/lib/time/instant';

/** A name, which may be empty or hostile, and an address. */
export interface Correspondent {
  readonly name: string;
  readonly address: EmailAddress;
}

/** The header in which our outbox row's key travels, so that the message can be found again. */
export const KEY_HEADER = 'X-Sequence-Overlay-Key';

/** One email, before it is written down. Text that people wrote may hold anything. */
export interface OutgoingMessage {
  readonly from: Correspondent;
  readonly to: Correspondent;
  readonly subject: string;
  /** Plain text; the HTML alternative is made from it. */
  readonly text: string;
  /** The sender's own markup, cleaned, that stands under the text. */
  readonly signature?: string;
  /** A last line in plain text, under the signature. */
  readonly closing?: string;
  /** Our outbox row's key: visible ASCII. Also makes the part boundary, so that none is random. */
  readonly key: string;
  readonly date: Instant;
  /** Left out, the provider gives one; Gmail replaces ours anyway. */
  readonly messageId?: string;
  /** Message-ID headers of the conversation, oldest first. */
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** Further headers of our own, for example `List-Unsubscribe`. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}
