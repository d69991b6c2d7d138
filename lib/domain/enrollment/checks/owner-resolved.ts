import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { addressOfSender, ownerAddress } from '@/lib/domain/enrollment/sender-address';
import { block, type CheckRule, pass } from './result';

/** The property that names the contact's owner holds an address, and one of a sender. */
export const ownerResolved: CheckRule<'ownerResolved'> = {
  code: 'ownerResolved',
  overridableBy: NOBODY,
  find: ({ request, facts: { sender } }) => {
    if (request.senderType.kind === 'specific') return pass();
    const { property } = request.senderType;
    const owner = ownerAddress(request);
    if (owner === undefined) return block('noAddress', { property });
    return sender !== undefined && addressOfSender(sender, owner) !== undefined
      ? pass({ property, address: owner })
      : block('noSender', { property, address: owner });
  },
};
