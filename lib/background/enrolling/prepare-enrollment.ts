import type { Contact } from '@/lib/domain/contact/contact';
import type { Person } from '@/lib/domain/contact/person';
import type { EnrollmentPlan } from '@/lib/domain/enrollment/decision';
import type { Facts } from '@/lib/domain/enrollment/facts';
import { ORIGIN_POLICY } from '@/lib/domain/enrollment/origin-policy';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import { addressOfSender, ownerAddress } from '@/lib/domain/enrollment/sender-address';
import type { SequenceId } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Choices } from '@/lib/rpc/protocol';
import { currentSequence } from '@/lib/store/sequences';
import { SECOND } from '@/lib/time/instant';
import { contactFacts } from './contact-facts';
import { createEarlierDecisions } from './earlier-decisions';
import { type Resolved, resolveContact, resolveKnown } from './resolve-contact';
import { type AskedBy, type FactTx, readSharedFacts, type SharedFacts } from './shared-facts';

/** A request with its facts, and what there was to choose from. */
export interface Prepared {
  readonly request: EnrollRequest;
  readonly facts: Facts;
  readonly resolved: Resolved;
  readonly shared: SharedFacts;
}

/** What was chosen for a person on a page, or by a workflow for a contact that is stored. */
export type EnrollChoices = Omit<Choices, 'person'> &
  (
    | { readonly person: Person }
    | {
        readonly contact: Contact;
        readonly allowColdLeads: boolean;
        /** Whose clock the follow-ups keep; the sender's also where the contact's is unknown. */
        readonly clock: 'contact' | 'sender';
      }
  );

/** Prepares one enrollment after the other within one transaction. */
export interface Preparation {
  /**
   * Gathers everything that `decide` looks at, and fills in what the rep did not choose: the
   * sequence used last and the first mailbox that works.
   */
  readonly prepare: (choices: EnrollChoices) => Promise<Prepared>;
  /** The next ones have to know that this one is enrolled, on disk or in a preview. */
  readonly enrolled: (prepared: Prepared, plan: EnrollmentPlan) => void;
}

export async function openPreparation(tx: FactTx, by: AskedBy): Promise<Preparation> {
  const shared = await readSharedFacts(tx, by.settings);
  const earlier = createEarlierDecisions(tx);
  const sequences = new Map<SequenceId, ReturnType<typeof currentSequence>>();
  const sequenceOf = (id: SequenceId) => {
    const sequence = sequences.get(id) ?? currentSequence(tx, id);
    sequences.set(id, sequence);
    return sequence;
  };

  const prepare = async (choices: EnrollChoices): Promise<Prepared> => {
    const resolved = await ('contact' in choices
      ? resolveKnown(tx, choices.contact)
      : resolveContact(tx, choices.person, by));
    const { contact } = resolved;
    const request = requestOf(choices, contact, by);
    const sender = pickSender(shared.senders, choices, request);
    const sequenceId = choices.sequenceId ?? shared.sequences[0]?.id;
    const chosen = sequenceId && (await sequenceOf(sequenceId));
    const wantedAt = Math.max(choices.sendAt ?? 0, by.now + request.holdMs);
    const [buckets, own] = await Promise.all([
      sender ? earlier.buckets(sender.id, wantedAt) : [],
      contactFacts(tx, {
        resolved,
        to: request.to,
        zone: request.zone ?? (request.sendersClock ? undefined : contact.zone) ?? sender?.zone,
        sequenceId,
        shared,
      }),
    ]);
    const facts: Facts = {
      ...own,
      held: own.held ?? earlier.held(contact),
      colleague: own.colleague ?? earlier.colleague(contact),
      sequence: chosen?.sequence,
      sequencePaused: chosen?.head.paused ?? false,
      sender,
      anySender: shared.senders.length > 0,
      user: shared.user,
      buckets,
      ownAddresses: shared.ownAddresses,
      rules: shared.rules,
    };
    return { request, facts, resolved, shared };
  };
  return { prepare, enrolled: ({ request }, plan) => earlier.add(request.contact, plan) };
}

/** See {@link Preparation.prepare}, for a single one. */
export async function prepareEnrollment(
  tx: FactTx,
  choices: EnrollChoices,
  by: AskedBy,
): Promise<Prepared> {
  return (await openPreparation(tx, by)).prepare(choices);
}

function requestOf(
  choices: EnrollChoices,
  contact: Resolved['contact'],
  { origin, accepted, batch, settings }: AskedBy,
): EnrollRequest {
  const to = choices.to ?? contact.emails[0];
  const { from, sendAt, zone, edited, ownerProperty } = choices;
  return {
    origin,
    contact,
    ...(to && { to }),
    ...(from && { from }),
    startStep: (choices.startStep ?? 1) - 1,
    senderType:
      ownerProperty === undefined
        ? { kind: 'specific' }
        : { kind: 'owner', property: ownerProperty },
    ...(sendAt !== undefined && { sendAt }),
    placeholders: choices.placeholders,
    batch,
    allowColdLeads: 'contact' in choices && choices.allowColdLeads,
    sendersClock: 'contact' in choices && choices.clock === 'sender',
    ...(zone && { zone }),
    ...(edited && { edited }),
    accepted,
    // Nobody looks at what a workflow does, so nobody could take it back.
    holdMs: ORIGIN_POLICY[origin].person ? settings.undoSeconds * SECOND : 0,
  };
}

function pickSender(
  senders: readonly Sender[],
  { senderId }: EnrollChoices,
  request: EnrollRequest,
): Sender | undefined {
  if (request.senderType.kind === 'owner') {
    const owner = ownerAddress(request);
    return owner && senders.find((sender) => addressOfSender(sender, owner) !== undefined);
  }
  if (senderId !== undefined) return senders.find(({ id }) => id === senderId);
  const usable = senders.filter(({ seat, shared }) => seat && !shared);
  return usable.find(({ connection }) => connection === 'connected') ?? usable[0] ?? senders[0];
}
