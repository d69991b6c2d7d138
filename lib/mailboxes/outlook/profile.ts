import { addressKey, parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { SendAddress } from '@/lib/domain/sender/sender';
import type { Mailbox, MailboxResult } from '@/lib/mailboxes/mailbox';
import { OVERLAP } from './changes-since';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { userSchema } from './graph-schema';
import { writePlace } from './place';
import { readRound } from './read-round';
import { NOWHERE, startRound } from './start-round';

/** Microsoft's own ceilings are about 300 and 10,000; the rep's own mail needs room as well. */
const CONSUMER_LIMIT = 200;
const COMPANY_LIMIT = 1_000;
const CONSUMER = /@(?:outlook|hotmail|live|msn)\.[a-z.]+$/i;
/** Every mailbox has one of these as well; mail from it is throttled and looks like junk. */
const FALLBACK_DOMAIN = /\.onmicrosoft\.com$/i;

/** Who this is, what they may send as, and where new mail begins. */
export function profile(access: GraphAccess): Mailbox['profile'] {
  return async (signal) => {
    const user = await readUser(access, signal);
    if (user.kind !== 'ok') return user;
    const { mail, userPrincipalName, displayName, proxyAddresses } = user.value;
    const address = parseEmailAddress(mail || userPrincipalName);
    if (address === undefined) return { kind: 'refused', detail: 'badAddress' };
    const cursor = await placeNow(access, signal);
    if (cursor.kind !== 'ok') return cursor;
    return {
      kind: 'ok',
      value: {
        address,
        addresses: sendAddresses(address, displayName, proxyAddresses),
        cursor: cursor.value,
        dailyLimit: CONSUMER.test(address) ? CONSUMER_LIMIT : COMPANY_LIMIT,
      },
    };
  };
}

async function readUser(access: GraphAccess, signal: AbortSignal) {
  const fields = 'displayName,mail,userPrincipalName';
  const read = (more: string) =>
    graphRequest(
      access,
      { path: '', query: { $select: `${fields}${more}` }, answer: userSchema },
      signal,
    );
  const all = await read(',proxyAddresses');
  // Personal accounts have no such field, and a company may keep it to itself.
  const isWithheld = all.kind === 'refused' || all.kind === 'revoked';
  return expectedOf(isWithheld ? await read('') : all);
}

/** The account's own address first, then its aliases: `smtp:` marks what mail is sent from. */
function sendAddresses(
  own: SendAddress['address'],
  name: string,
  proxies: readonly string[],
): readonly SendAddress[] {
  const aliases = proxies.flatMap((proxy) => {
    const [, written = ''] = /^smtp:(.+)$/i.exec(proxy) ?? [];
    const address = parseEmailAddress(written);
    const isOther = address !== undefined && addressKey(address) !== addressKey(own);
    return isOther && !FALLBACK_DOMAIN.test(address) ? [address] : [];
  });
  return [own, ...aliases].map((address) => ({ address, name, isDefault: address === own }));
}

/** Goes through what is in the folders already, so that the next read brings what comes after. */
async function placeNow(access: GraphAccess, signal: AbortSignal): Promise<MailboxResult<string>> {
  const since = access.clock.now() - OVERLAP;
  const round = await startRound(access, NOWHERE, signal);
  if (round.kind !== 'ok') return round;
  let place = round.value;
  while (place.pending.length > 0) {
    const read = await readRound(access, place, since, signal);
    if (read.kind !== 'ok') return read;
    ({ place } = read.value);
  }
  return { kind: 'ok', value: writePlace(place) };
}
