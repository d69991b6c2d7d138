import type { SequenceId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { Contact } from './contact';

/*
 * What HubSpot keeps of a contact about sequences, under its names, so that filters read the same
 * here as there. `hubspot.md` 5.4.
 */

/** The contact is in this sequence from now on. */
export function withEnrolled(contact: Contact, sequenceId: SequenceId, at: Instant): Contact {
  const count = Number(contact.properties['hs_sequences_enrolled_count'] ?? 0);
  return withProperties(contact, at, {
    hs_sequences_is_enrolled: 'true',
    hs_latest_sequence_enrolled: sequenceId,
    hs_latest_sequence_enrolled_date: new Date(at).toISOString(),
    hs_sequences_enrolled_count: String(Number.isFinite(count) ? count + 1 : 1),
  });
}

/** The contact is in no sequence any more. */
export function withLeft(contact: Contact, at: Instant): Contact {
  return withProperties(contact, at, {
    hs_sequences_is_enrolled: 'false',
    hs_latest_sequence_ended_date: new Date(at).toISOString(),
  });
}

/** Leaving was taken back: nothing but the membership itself is as it was. */
export function withReturned(contact: Contact, at: Instant): Contact {
  return withProperties(contact, at, { hs_sequences_is_enrolled: 'true' });
}

function withProperties(
  contact: Contact,
  at: Instant,
  properties: Readonly<Record<string, string>>,
): Contact {
  return {
    ...contact,
    properties: { ...contact.properties, ...properties },
    updatedAt: at,
  };
}
