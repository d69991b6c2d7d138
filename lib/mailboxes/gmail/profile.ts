import type * as v from 'valibot';
import { addressKey, parseEmailAddress } from '@/lib/domain/contact/email-address';
import { cleanMarkup } from '@/lib/domain/message/clean-markup';
import type { SendAddress } from '@/lib/domain/sender/sender';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { profileSchema, sendAsSchema } from './gmail-schema';

/** Google's own ceilings are 500 and 2,000; the rep's own mail needs room as well. */
const CONSUMER_LIMIT = 350;
const WORKSPACE_LIMIT = 1_000;
const LONGEST_SIGNATURE = 10_000;
const CONSUMER = /@(?:gmail|googlemail)\.com$/i;

type SendAs = v.InferOutput<typeof sendAsSchema>['sendAs'][number];

/** Who this is, what they may send as, and where new mail begins. */
export function profile(access: GmailAccess): Mailbox['profile'] {
  return async (signal) => {
    const own = await gmailRequest(access, { path: 'profile', answer: profileSchema }, signal);
    if (own.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
    if (own.kind !== 'ok') return own;
    const address = parseEmailAddress(own.value.emailAddress);
    if (address === undefined) return { kind: 'refused', detail: 'badAddress' };

    const aliases = await gmailRequest(
      access,
      { path: 'settings/sendAs', answer: sendAsSchema },
      signal,
    );
    // A company may forbid reading settings; then there is the account's own address.
    const isForbidden = aliases.kind === 'notFound' || aliases.kind === 'refused';
    if (aliases.kind !== 'ok' && !isForbidden) return aliases;
    const sendAs = aliases.kind === 'ok' ? aliases.value.sendAs : [];
    return {
      kind: 'ok',
      value: {
        address,
        addresses: sendAddresses(address, sendAs),
        cursor: own.value.historyId,
        dailyLimit: CONSUMER.test(address) ? CONSUMER_LIMIT : WORKSPACE_LIMIT,
      },
    };
  };
}

/** The account's own address first, then its verified aliases; exactly one is the default. */
function sendAddresses(
  own: SendAddress['address'],
  sendAs: readonly SendAs[],
): readonly SendAddress[] {
  const verified = sendAs.flatMap((entry) => {
    const address = parseEmailAddress(entry.sendAsEmail);
    const isVerified = entry.isPrimary || entry.verificationStatus === 'accepted';
    return address !== undefined && isVerified ? [{ ...entry, address }] : [];
  });
  const isOwn = (address: string) => addressKey(address) === addressKey(own);
  const chosen = verified.find(({ isDefault }) => isDefault)?.address ?? own;
  const ownEntry = verified.find(({ address }) => isOwn(address));
  const others = verified.filter(({ address }) => !isOwn(address));
  const first = { displayName: '', signature: '', ...ownEntry, address: own };
  return [first, ...others].map(({ address, displayName, signature }) => ({
    address,
    name: displayName,
    isDefault: addressKey(address) === addressKey(chosen),
    ...signatureOf(signature),
  }));
}

/** A signature that says nothing, or more than Gmail's own 10,000 characters, is none. */
function signatureOf(markup: string): Pick<SendAddress, 'signature'> {
  const signature = cleanMarkup(markup);
  const isEmpty = signature.replace(/<(?!img)[^>]*>|&nbsp;|\s/gi, '') === '';
  return isEmpty || signature.length > LONGEST_SIGNATURE ? {} : { signature };
}
