import type { Mailbox } from '@/lib/mailboxes/mailbox';
import type { EngineDeps } from './deps';

/** What every step of sending one email needs. */
export interface Delivery {
  readonly deps: EngineDeps;
  readonly mailbox: Mailbox;
  readonly signal: AbortSignal;
}
