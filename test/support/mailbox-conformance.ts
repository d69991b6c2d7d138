import { describeConnection } from './mailbox-connection';
import { describeReading } from './mailbox-reading';
import type { MailboxRig } from './mailbox-rig';
import { describeSending } from './mailbox-sending';

/** Every provider's mailbox behaves like this, or sequences cannot rely on it. */
export function describeMailbox(name: string, open: () => Promise<MailboxRig>): void {
  describeConnection(name, open);
  describeSending(name, open);
  describeReading(name, open);
}
