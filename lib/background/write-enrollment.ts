import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { begin } from '@/lib/domain/enrollment/begin';
import type { Decision } from '@/lib/domain/enrollment/decision';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { Ids } from '@/lib/domain/ids';
import { addClaim } from '@/lib/store/claims';
import { putContact } from '@/lib/store/contacts';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { reserve } from '@/lib/store/limits';
import { addOutboxRow } from '@/lib/store/outbox';
import { countLive } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';
import type { Prepared } from './prepare-enrollment';

export const ENROLL_STORES = [
  'claims',
  'contacts',
  'enrollments',
  'outbox',
  'limits',
  'sequences',
  'journal',
] as const;

type EnrollTx = WriteTx<(typeof ENROLL_STORES)[number]>;

/** Everything that a plan becomes, within the transaction that decided it. */
export async function writeEnrollment(
  tx: EnrollTx,
  { request }: Prepared,
  { plan }: Extract<Decision, { kind: 'enroll' }>,
  { ids, now }: { readonly ids: Ids; readonly now: Instant },
): Promise<{ readonly enrollment: Enrollment; readonly row: OutboxRow }> {
  const { contact, origin, edited, placeholders } = request;
  const who = { contactId: contact.id, origin, placeholders, ...(edited && { edited }) };
  const records = begin(plan, who, now, ids);
  const { enrollment, row } = records;
  // First, because it is what fails when somebody else was faster.
  await addClaim(tx, enrollment, companyKeyOf(contact));
  await putContact(tx, contact);
  await putEnrollment(tx, enrollment);
  await addOutboxRow(tx, row);
  await reserve(tx, row.senderId, row.dueAt);
  await countLive(tx, enrollment.sequenceId, 1, now);
  await appendJournal(tx, {
    at: now,
    code: 'enrolled',
    actor: origin === 'workflow' ? 'workflow' : 'person',
    contactId: contact.id,
    enrollmentId: enrollment.id,
    senderId: enrollment.senderId,
    params: { sequence: plan.sequence.name, origin, version: plan.sequence.version },
  });
  return records;
}

/** Why somebody was not enrolled, for whoever asks later. */
export async function noteRefusal(
  tx: WriteTx<'journal'>,
  { resolved, request }: Prepared,
  { checks }: Extract<Decision, { kind: 'refuse' }>,
  now: Instant,
): Promise<void> {
  const [contactId] = resolved.knownIds;
  const codes = checks.filter(({ result }) => result !== 'pass').map(({ code }) => code);
  await appendJournal(tx, {
    at: now,
    code: 'refused',
    actor: 'person',
    ...(contactId && { contactId }),
    params: { checks: codes.join(' '), origin: request.origin },
  });
}
