import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';

/** A piece of an email as it would leave. */
export interface PreviewPart {
  /**
   * `text` as it was written, `filled` from a token; `missing`: nothing to put in, so the email would
   * not leave; `asked`: the rep is asked for it when enrolling; `unread`: no token that we know.
   */
  readonly kind: 'text' | 'filled' | 'missing' | 'asked' | 'unread';
  readonly text: string;
}

export interface PreviewEmail {
  readonly key: string;
  /** When it leaves; absent while the delays or the hours are not right. */
  readonly at?: Instant;
  readonly subject: readonly PreviewPart[];
  readonly body: readonly PreviewPart[];
}

/** Every email of a sequence for one contact, as if enrolled now. */
export interface PreviewView {
  readonly zone: Zone;
  /** Whose clock the dates are on. */
  readonly zoneSource: 'contact' | 'sender';
  readonly emails: readonly PreviewEmail[];
  /** Tokens that nothing fills, each once. */
  readonly missing: readonly string[];
}
