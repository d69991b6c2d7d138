import type * as v from 'valibot';
import { addressKey, parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { SendAddress } from '@/lib/domain/sender/sender';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { profileSchema, sendAsSchema } from './gmail-schema';

/** Google's own ceilings are 500 and 2,000; the rep's own mail needs room as well. */
const CONSUMER_LIMIT = 350;
const WORKSPACE_LIMIT = 1_000;
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
  const ownName = verified.find(({ address }) => isOwn(address))?.displayName ?? '';
  const others = verified.filter(({ address }) => !isOwn(address));
  return [{ address: own, displayName: ownName }, ...others].map(({ address, displayName }) => ({
    address,
    name: displayName,
    isDefault: addressKey(address) === addressKey(chosen),
  }));
}
