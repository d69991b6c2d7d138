import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { SenderId } from '@/lib/domain/ids';
import type { EnrollmentPreview } from '@/lib/rpc/views';

interface SenderOption {
  readonly value: string;
  readonly label: string;
  readonly senderId: SenderId;
  readonly address: EmailAddress;
}

/** Every address of every mailbox as one list: a rep thinks of addresses, not of mailboxes. */
export function senderOptions({ senders, senderId, from }: EnrollmentPreview): {
  readonly options: readonly SenderOption[];
  readonly chosen: string;
} {
  const options = senders.flatMap((sender) =>
    sender.addresses.map(({ address }) => ({
      value: `${sender.id} ${address}`,
      label: address,
      senderId: sender.id,
      address,
    })),
  );
  return { options, chosen: `${senderId ?? ''} ${from ?? ''}` };
}
