import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { SenderId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';
import type { EnrollChoice } from './enroll-choice';

interface SenderOption {
  readonly value: string;
  readonly label: string;
  readonly choice: EnrollChoice;
}

export interface SenderOptionsInput {
  readonly senders: readonly SenderChoice[];
  readonly senderId?: SenderId;
  readonly from?: EmailAddress;
  readonly ownerProperties: readonly string[];
  readonly ownerProperty?: string | undefined;
}

/**
 * Every address of every mailbox as one list, because a rep thinks of addresses, not of mailboxes;
 * and after them whoever owns the contact.
 */
export function senderOptions(input: SenderOptionsInput): {
  readonly options: readonly SenderOption[];
  readonly chosen: string;
} {
  const { senders, senderId, from, ownerProperties, ownerProperty } = input;
  const addresses = senders.flatMap((sender) =>
    sender.addresses.map(({ address }) => ({
      value: `${sender.id} ${address}`,
      label: address,
      choice: { senderId: sender.id, from: address, ownerProperty: undefined },
    })),
  );
  const owners = ownerProperties.map((property) => ({
    value: `owner ${property}`,
    label: t('overlay.ownerSender', [property]),
    choice: { senderId: undefined, from: undefined, ownerProperty: property },
  }));
  const chosen =
    ownerProperty === undefined ? `${senderId ?? ''} ${from ?? ''}` : `owner ${ownerProperty}`;
  return { options: [...addresses, ...owners], chosen };
}
