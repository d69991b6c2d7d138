import {
  addressKey,
  type EmailAddress,
  parseEmailAddress,
} from '@/lib/domain/contact/email-address';
import type { Sender } from '@/lib/domain/sender/sender';
import type { EnrollRequest } from './request';

/** The contact's owner as a property of the contact names them, if the owner is to send. */
export function ownerAddress({ senderType, contact }: EnrollRequest): EmailAddress | undefined {
  if (senderType.kind === 'specific') return undefined;
  const { property } = senderType;
  // Names of properties are anybody's: `constructor` is one as well.
  return Object.hasOwn(contact.properties, property)
    ? parseEmailAddress(contact.properties[property])
    : undefined;
}

/** One of a sender's own addresses, however it is spelled. */
export function addressOfSender(sender: Sender, wanted: string): EmailAddress | undefined {
  const key = addressKey(wanted);
  return sender.addresses.find(({ address }) => addressKey(address) === key)?.address;
}

/** Which of a sender's addresses an enrollment writes from: as asked, the owner's, its default. */
export function fromAddress(request: EnrollRequest, sender: Sender): EmailAddress {
  const asked = request.from ?? ownerAddress(request);
  const usable = asked === undefined ? undefined : addressOfSender(sender, asked);
  return usable ?? sender.addresses.find((one) => one.isDefault)?.address ?? sender.address;
}
