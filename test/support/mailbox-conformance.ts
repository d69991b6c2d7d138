import { describeConnection } from './mailbox-connection';
import { describeFaults } from './mailbox-faults';
import { describeReading } from './mailbox-reading';
import { describeBlindness } from './mailbox-reading-nothing';
import { type Abilities, ALL, type MailboxRig } from './mailbox-rig';
import { describeSending } from './mailbox-sending';
import { describeWriting } from './mailbox-writing';

/** Every provider's mailbox behaves like this, or sequences cannot rely on it. */
export function describeMailbox(
  name: string,
  open: () => Promise<MailboxRig>,
  can: Abilities = ALL,
): void {
  describeConnection(name, open, can);
  describeSending(name, open, can);
  if (!can.read) {
    describeBlindness(name, open);
    return;
  }
  describeWriting(name, open);
  describeReading(name, open);
  describeFaults(name, open);
}
