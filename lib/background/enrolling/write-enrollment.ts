import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { withEnrolled } from '@/lib/domain/contact/enrolled-properties';
import { begin } from '@/lib/domain/enrollment/begin';
import type { Decision } from '@/lib/domain/enrollment/decision';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { Ids, WorkflowId } from '@/lib/domain/ids';
import { addClaim } from '@/lib/store/claims';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import { reserveFor } from '@/lib/store/limits';
import { addOutboxRow } from '@/lib/store/outbox';
import { countLive } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import type { Instant } from '@/lib/time/instant';
import type { Prepared } from './prepare-enrollment';

export const ENROLL_STORES = [
  ...KEEP_STORES,
  'claims',
  'enrollments',
  'outbox',
  'limits',
  'sequences',
  'journal',
] as const;

type EnrollTx = WriteTx<(typeof ENROLL_STORES)[number]>;

/** Who enrolls, and when. */
export interface EnrolledBy {
  readonly ids: Ids;
  readonly now: Instant;
  /** The workflow that does, with those whose actions led to it, itself first. */
  readonly workflow?: { readonly id: WorkflowId; readonly chain: readonly WorkflowId[] };
}

/** Everything that a plan becomes, within the transaction that decided it. */
export async function writeEnrollment(
  tx: EnrollTx,
  { request, resolved }: Prepared,
  { plan }: Extract<Decision, { kind: 'enroll' }>,
  { ids, now, workflow }: EnrolledBy,
): Promise<{ readonly enrollment: Enrollment; readonly row: OutboxRow }> {
  const { contact, origin, edited, placeholders } = request;
  const who = { contactId: contact.id, origin, placeholders, ...(edited && { edited }) };
  const records = begin(plan, who, now, ids);
  const { enrollment, row } = records;
  // First, because it is what fails when somebody else was faster.
  await addClaim(tx, enrollment, companyKeyOf(contact));
  const chain = workflow?.chain ?? [];
  const enrolled = withEnrolled(contact, enrollment.sequenceId, now);
  await keepContact(tx, resolved.known, enrolled, { now, chain });
  await putEnrollment(tx, enrollment);
  await addOutboxRow(tx, row);
  await reserveFor(tx, row);
  await countLive(tx, enrollment.sequenceId, 1, now);
  await appendJournal(tx, {
    at: now,
    code: 'enrolled',
    actor: origin === 'workflow' ? 'workflow' : 'person',
    contactId: contact.id,
    enrollmentId: enrollment.id,
    senderId: enrollment.senderId,
    ...(workflow && { workflowId: workflow.id }),
    params: { sequence: plan.sequence.name, origin, version: plan.sequence.version },
  });
  const { id: enrollmentId, sequenceId } = enrollment;
  await addWorkflowEvent(tx, {
    contactId: contact.id,
    at: now,
    event: { type: 'sequenceEnrolled', sequenceId, enrollmentId },
    chain,
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
