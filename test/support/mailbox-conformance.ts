import { describeConnection } from './mailbox-connection';
import { describeFaults } from './mailbox-faults';
import { describeReading } from './mailbox-reading';
import type { MailboxRig } from './mailbox-rig';
import { describeSending } from './mailbox-sending';
import { describeWriting } from './mailbox-writing';

/** Every provider's mailbox behaves like this, or sequences cannot rely on it. */
export function describeMailbox(name: string, open: () => Promise<MailboxRig>): void {
  describeConnection(name, open);
  describeSending(name, open);
  describeWriting(name, open);
  describeReading(name, open);
  describeFaults(name, open);
}
