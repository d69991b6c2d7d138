import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { displayName } from '@/lib/domain/contact/contact-name';
import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { SequenceId } from '@/lib/domain/ids';
import { calendarOf } from '@/lib/store/calendars';
import { claimsOfCompany } from '@/lib/store/claims';
import { getContact } from '@/lib/store/contacts';
import { endedEnrollmentsOf, getEnrollment } from '@/lib/store/enrollments';
import type { Claim } from '@/lib/store/schema';
import { getSender } from '@/lib/store/senders';
import { getSequence } from '@/lib/store/sequences';
import { findSuppression } from '@/lib/store/suppressions';
import type { Zone } from '@/lib/time/zone';
import type { Resolved } from './resolve-contact';
import type { FactTx, SharedFacts } from './shared-facts';

/** As many enrollments of the past as anybody wants to know of. */
const ENDED = 20;

type ContactFacts = Pick<Facts, 'held' | 'ended' | 'colleague' | 'suppression' | 'calendar'>;

/** What only this contact's records say. */
export async function contactFacts(
  tx: FactTx,
  about: {
    readonly resolved: Resolved;
    readonly to: EmailAddress | undefined;
    readonly zone: Zone | undefined;
    readonly sequenceId: SequenceId | undefined;
    readonly shared: SharedFacts;
  },
): Promise<ContactFacts> {
  const { resolved, to, zone, sequenceId, shared } = about;
  const [held, ended, colleague, suppression, calendar] = await Promise.all([
    heldBy(tx, resolved.claim),
    endedOf(tx, resolved, shared),
    sequenceId && colleagueOf(tx, resolved, sequenceId),
    to === undefined ? undefined : findSuppression(tx, to),
    calendarOf(tx, resolved.contact, zone),
  ]);
  return { held, ended, colleague, suppression, calendar };
}

async function heldBy(tx: FactTx, claim: Claim | undefined): Promise<Facts['held']> {
  if (claim === undefined) return undefined;
  const enrollment = await getEnrollment(tx, claim.enrollmentId);
  // Held by what cannot be read is still held: the claim would be refused by the database.
  if (enrollment === undefined) return { sequenceName: '', step: 0, steps: 0, owner: '' };
  const [sequence, sender] = await Promise.all([
    getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion),
    getSender(tx, enrollment.senderId),
  ]);
  const steps = sequence?.steps.length ?? 0;
  return {
    sequenceName: sequence?.name ?? '',
    step: Math.min(enrollment.nextStep + 1, steps),
    steps,
    owner: sender?.address ?? enrollment.from,
  };
}

async function endedOf(
  tx: FactTx,
  { knownIds }: Resolved,
  { heads }: SharedFacts,
): Promise<Facts['ended']> {
  const all = await Promise.all(knownIds.map((id) => endedEnrollmentsOf(tx, id, ENDED)));
  return all
    .flat()
    .flatMap(({ sequenceId, state }) => {
      // Taking an enrollment back makes it as if it had never been.
      if (!('at' in state) || (state.kind === 'unenrolled' && state.reason === 'undone')) return [];
      const sequenceName = heads.find(({ id }) => id === sequenceId)?.name ?? '';
      return [{ sequenceId, sequenceName, at: state.at }];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, ENDED);
}

async function colleagueOf(
  tx: FactTx,
  { contact, knownIds }: Resolved,
  sequenceId: SequenceId,
): Promise<Facts['colleague']> {
  const company = companyKeyOf(contact);
  if (company === undefined) return undefined;
  const claims = await claimsOfCompany(tx, sequenceId, company);
  const other = claims.find(({ contactId }) => !knownIds.includes(contactId));
  const colleague = other && (await getContact(tx, other.contactId));
  return other && { name: colleague ? displayName(colleague) : other.address };
}
