import type { SendAddress, Sender } from '@/lib/domain/sender/sender';
import type { MailboxProfile } from '@/lib/mailboxes/mailbox';

/** The mailbox says which addresses there are; which of them writes, the rep has chosen. */
export function sendAddresses(
  { addresses }: MailboxProfile,
  known: Sender | undefined,
): SendAddress[] {
  const chosen = known?.addresses.find(({ isDefault }) => isDefault)?.address;
  const isThere = addresses.some(({ address }) => address === chosen);
  return addresses.map((one) => ({
    ...one,
    isDefault: isThere ? one.address === chosen : one.isDefault,
  }));
}
