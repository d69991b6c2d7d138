import { aContact, address, aSender } from '@/test/support/builders';
import { type RuleRow, testRules } from '@/test/support/rule-rows';

const REFUSED = { manual: 'refuses', bulk: 'refuses', workflow: 'skips' } as const;
/** A person is asked; a workflow’s email waits. */
const WAITS = { manual: 'asks', bulk: 'asks', workflow: 'passes' } as const;
const FINE = { manual: 'passes', bulk: 'passes', workflow: 'passes' } as const;

const alias = address('robin@example.com');
const withAlias = aSender({
  addresses: [...aSender().addresses, { address: alias, name: 'Robin', isDefault: false }],
});
const owned = (value: string, property = 'owner_email') => ({
  senderType: { kind: 'owner' as const, property },
  contact: aContact({ properties: { owner_email: value } }),
});

const senders: readonly RuleRow[] = [
  {
    sentence: 'without any mailbox nobody is enrolled',
    code: 'senderEligible',
    reason: 'none',
    facts: { sender: undefined, anySender: false },
    ...REFUSED,
  },
  {
    sentence: 'without a chosen mailbox nobody is enrolled',
    code: 'senderEligible',
    reason: 'unchosen',
    facts: { sender: undefined },
    ...REFUSED,
  },
  {
    sentence: 'a user without a seat sends no sequences',
    code: 'senderEligible',
    reason: 'noSeat',
    params: { address: 'rep@example.com' },
    facts: { sender: aSender({ seat: false }) },
    ...REFUSED,
  },
  {
    sentence: 'a team inbox never sends sequences',
    code: 'senderEligible',
    reason: 'shared',
    facts: { sender: aSender({ shared: true }) },
    ...REFUSED,
  },
  {
    sentence: "an address that is not the mailbox's is not written from",
    code: 'senderEligible',
    reason: 'notItsAddress',
    params: { address: 'rep@example.com', from: 'boss@example.com' },
    request: { from: address('boss@example.com') },
    ...REFUSED,
  },
  {
    sentence: 'an alias of the mailbox may be written from',
    code: 'senderEligible',
    request: { from: alias },
    facts: { sender: withAlias },
    ...FINE,
  },
  {
    sentence: 'an expired mailbox does not send',
    code: 'senderEligible',
    reason: 'expired',
    facts: { sender: aSender({ connection: 'expired' }) },
    ...REFUSED,
  },
  {
    sentence: 'a revoked mailbox does not send',
    code: 'senderEligible',
    reason: 'revoked',
    facts: { sender: aSender({ connection: 'revoked' }) },
    ...REFUSED,
  },
  {
    sentence: 'a mailbox that is offline is asked about; a workflow’s email waits for it',
    code: 'senderEligible',
    reason: 'offline',
    facts: { sender: aSender({ connection: 'offline' }) },
    ...WAITS,
  },
  {
    sentence: 'the owner of the contact sends if their address is a sender’s',
    code: 'ownerResolved',
    request: owned('Rep@Example.com'),
    ...FINE,
  },
  {
    sentence: 'an alias of a sender is an address of the owner',
    code: 'ownerResolved',
    request: owned(alias),
    facts: { sender: withAlias },
    ...FINE,
  },
  {
    sentence: 'a contact whose owner is not known has no sender',
    code: 'ownerResolved',
    reason: 'noAddress',
    params: { property: 'owner_email' },
    request: owned(''),
    ...REFUSED,
  },
  {
    sentence: 'an owner who is a name and no address has no mailbox',
    code: 'ownerResolved',
    reason: 'noAddress',
    request: owned('Robin Rep'),
    ...REFUSED,
  },
  {
    sentence: 'a property that no contact has names no owner',
    code: 'ownerResolved',
    reason: 'noAddress',
    request: owned('x', 'constructor'),
    ...REFUSED,
  },
  {
    sentence: 'an owner without a mailbox here does not send',
    code: 'ownerResolved',
    reason: 'noSender',
    params: { address: 'boss@example.com' },
    request: owned('boss@example.com'),
    facts: { sender: undefined },
    ...REFUSED,
  },
  {
    sentence: "somebody else's mailbox does not stand in for the owner's",
    code: 'ownerResolved',
    reason: 'noSender',
    request: owned('boss@example.com'),
    ...REFUSED,
  },
  {
    sentence: 'an owner without a seat sends no sequences',
    code: 'senderEligible',
    reason: 'noSeat',
    request: owned('rep@example.com'),
    facts: { sender: aSender({ seat: false }) },
    ...REFUSED,
  },
];

testRules(senders);
