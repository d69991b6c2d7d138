import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import { type SenderId, senderIdSchema } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure, MailboxProfile } from '@/lib/mailboxes/mailbox';
import { authorize } from '@/lib/mailboxes/oauth/authorize';
import { type MailboxProvider, PROVIDERS } from '@/lib/mailboxes/registry';
import type { Parsed } from '@/lib/rpc/protocol';
import type { ConnectOutcome } from '@/lib/rpc/views';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow, wakingRows } from '@/lib/store/outbox';
import { getSender, listSenders, putSender } from '@/lib/store/senders';
import { type MailboxAccessDeps, oauthClient } from './mailbox-access';
import { sendAddresses } from './send-addresses';

/** Emails per clock minute, unless the rep sets fewer. Source: `hubspot.md` 2.5. */
const DEFAULT_PER_MINUTE = 10;

export type ConnectDeps = WorkerDeps & MailboxAccessDeps;

/**
 * Connects a rep's own mailbox, for the first time or again. Tokens are kept only after the
 * provider has said whose they are; connecting again with another account is refused, because running
 * enrollments belong to the first.
 */
export async function connectMailbox(
  deps: ConnectDeps,
  input: Parsed<'mailbox.connect'>,
  signal: AbortSignal,
): Promise<ConnectOutcome> {
  const provider: MailboxProvider = PROVIDERS[input.kind];
  const client = await oauthClient(deps.settings, input.kind);
  if (client === undefined) return { kind: 'failed', code: 'noClientId' };
  const before = input.senderId && (await readSender(deps, input.senderId));
  const service = provider.service(client);
  const loginHint = before?.address;
  const options = { service, client, ...(loginHint !== undefined && { loginHint }) };
  const granted = await authorize({ ...deps, crypto: globalThis.crypto }, options, signal);
  if (granted.kind === 'failed') return granted;

  const mailbox = provider.open({ ...deps, tokens: fixedToken(granted.accessToken) });
  const profile = await mailbox.profile(signal);
  if (profile.kind !== 'ok') return { kind: 'failed', code: codeOf(profile) };
  const { address } = profile.value;
  const isOther = before?.address !== address || before.kind !== input.kind;
  if (before !== undefined && isOther) {
    return { kind: 'failed', code: 'differentAccount' };
  }
  const account = provider.account(address);
  await deps.vault.writeRefresh(account, granted.refreshToken);
  await deps.vault.writeAccess(account, granted.accessToken, granted.expiresInSeconds);
  const senderId = await keepSender(deps, profile.value, input);
  deps.changed();
  await deps.wake.at(deps.clock.now());
  return { kind: 'connected', senderId, address };
}

async function readSender({ connection }: ConnectDeps, id: SenderId): Promise<Sender | undefined> {
  return getSender((await connection.get()).transaction(['senders']), id);
}

/** Writes the sender and wakes its rows: what waited for this connection leaves now. */
async function keepSender(
  { connection, clock, ids }: ConnectDeps,
  profile: MailboxProfile,
  { zone, kind }: Parsed<'mailbox.connect'>,
): Promise<SenderId> {
  const now = clock.now();
  const tx = (await connection.get()).transaction(['senders', 'outbox', 'journal'], 'readwrite');
  const known = (await listSenders(tx)).find(({ address }) => address === profile.address);
  const id = known?.id ?? v.parse(senderIdSchema, ids.next());
  await putSender(tx, {
    // What a person has edited stays: limits, link, name, seat.
    seat: true,
    shared: false,
    perMinute: DEFAULT_PER_MINUTE,
    away: [],
    zone,
    ...known,
    id,
    kind,
    address: profile.address,
    name: known?.name || nameIn(profile),
    addresses: sendAddresses(profile, known),
    profileAt: now,
    connection: 'connected',
    dailyLimit: profile.dailyLimit,
    // A company that moves to another provider takes its running enrollments along.
    cursor: known?.kind === kind ? known.cursor : profile.cursor,
    connectedAt: known?.connectedAt ?? now,
  });
  for (const row of await wakingRows(tx, Number.MAX_SAFE_INTEGER, 1_000)) {
    const waits = row.waiting === 'expired' || row.waiting === 'revoked';
    if (row.senderId === id && waits) {
      await putOutboxRow(tx, { ...row, wakeAt: Math.max(now, row.dueAt) });
    }
  }
  await appendJournal(tx, {
    at: now,
    code: 'mailboxConnected',
    actor: 'person',
    senderId: id,
    params: {},
  });
  await tx.done;
  return id;
}

/**
 * Providers often leave a name out; running sequences may need the one we know, so the caller keeps
 * that then.
 */
function nameIn({ addresses }: MailboxProfile): string {
  const standard = addresses.find(({ isDefault }) => isDefault);
  return standard?.name || (addresses.find(({ name }) => name !== '')?.name ?? '');
}

function fixedToken(token: string) {
  const answer = { kind: 'ok', value: token } as const;
  return { current: async () => answer, renew: async () => ({ kind: 'expired' }) as const };
}

type FailureCode = Extract<ConnectOutcome, { kind: 'failed' }>['code'];

function codeOf(failure: MailboxFailure): FailureCode {
  switch (failure.kind) {
    case 'offline':
      return 'offline';
    case 'refused':
    // Of a token as fresh as this one only a permission can be missing.
    case 'revoked':
      return 'missingScope';
    case 'expired':
    case 'throttled':
    case 'unavailable':
      return 'unavailable';
  }
}
