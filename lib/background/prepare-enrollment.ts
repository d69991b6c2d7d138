import { addressKey } from '@/lib/domain/contact/email-address';
import type { CheckCode } from '@/lib/domain/enrollment/check';
import type { Origin } from '@/lib/domain/enrollment/enrollment';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import type { Ids } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Choices } from '@/lib/rpc/protocol';
import { getEnrollment } from '@/lib/store/enrollments';
import { limitBucketsOfWeek } from '@/lib/store/limits';
import type { Claim, SequenceHead } from '@/lib/store/schema';
import { listSenders } from '@/lib/store/senders';
import { getSequence, listSequences } from '@/lib/store/sequences';
import type { ReadTx } from '@/lib/store/transaction';
import { type Instant, SECOND } from '@/lib/time/instant';
import { type Resolved, resolveContact } from './resolve-contact';

export const FACT_STORES = [
  'contacts',
  'claims',
  'enrollments',
  'sequences',
  'sequenceVersions',
  'senders',
  'limits',
  'suppression',
  'outbox',
] as const;

type FactTx = ReadTx<(typeof FACT_STORES)[number]>;

/** A request with its facts, and what there was to choose from. */
export interface Prepared {
  readonly request: EnrollRequest;
  readonly facts: Facts;
  readonly resolved: Resolved;
  readonly sequences: readonly SequenceHead[];
  readonly senders: readonly Sender[];
}

/**
 * Gathers everything that `decide` looks at, within one transaction, and fills in what the rep did
 * not choose: the sequence used last and the first mailbox that works.
 */
export async function prepareEnrollment(
  tx: FactTx,
  choices: Choices,
  by: {
    readonly origin: Origin;
    readonly accepted: readonly CheckCode[];
    readonly undoSeconds: number;
    readonly ids: Ids;
    readonly now: Instant;
  },
): Promise<Prepared> {
  const [resolved, sequences, senders] = await Promise.all([
    resolveContact(tx, choices.person, by),
    listSequences(tx),
    listSenders(tx),
  ]);
  const sender = pickSender(senders, choices);
  const head = sequences.find(({ id }) => id === choices.sequenceId) ?? sequences[0];
  const wanted = choices.sequenceId === undefined || head?.id === choices.sequenceId;
  const to = choices.to ?? resolved.contact.emails[0];
  const holdMs = by.undoSeconds * SECOND;
  const [sequence, buckets, suppression, held] = await Promise.all([
    head && wanted ? getSequence(tx, head.id, head.version) : undefined,
    sender ? limitBucketsOfWeek(tx, sender.id, by.now + holdMs) : [],
    to === undefined ? undefined : tx.objectStore('suppression').get(addressKey(to)),
    heldBy(tx, resolved.claim),
  ]);
  const own = senders.flatMap(({ addresses }) =>
    addresses.map(({ address }) => addressKey(address)),
  );
  return {
    request: {
      origin: by.origin,
      contact: resolved.contact,
      ...(to && { to }),
      ...(choices.from && { from: choices.from }),
      startStep: (choices.startStep ?? 1) - 1,
      ...(choices.zone && { zone: choices.zone }),
      ...(choices.edited && { edited: choices.edited }),
      accepted: by.accepted,
      holdMs,
    },
    facts: {
      sequence,
      sender,
      anySender: senders.length > 0,
      buckets,
      held,
      ownAddresses: new Set(own),
      suppression,
    },
    resolved,
    sequences,
    senders,
  };
}

function pickSender(senders: readonly Sender[], { senderId }: Choices): Sender | undefined {
  if (senderId !== undefined) return senders.find(({ id }) => id === senderId);
  return senders.find(({ connection }) => connection === 'connected') ?? senders[0];
}

async function heldBy(tx: FactTx, claim: Claim | undefined): Promise<Facts['held']> {
  if (claim === undefined) return undefined;
  const enrollment = await getEnrollment(tx, claim.enrollmentId);
  // Held by what cannot be read is still held: the claim would be refused by the database.
  if (enrollment === undefined) return { sequenceName: '', step: 0, steps: 0 };
  const sequence = await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion);
  const steps = sequence?.steps.length ?? 0;
  return {
    sequenceName: sequence?.name ?? '',
    step: Math.min(enrollment.nextStep + 1, steps),
    steps,
  };
}
