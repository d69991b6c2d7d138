import { begin } from '@/lib/domain/enrollment/begin';
import type { CheckCode } from '@/lib/domain/enrollment/check';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Decision } from '@/lib/domain/enrollment/decision';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrollOutcome } from '@/lib/rpc/views';
import { addClaim } from '@/lib/store/claims';
import { putContact } from '@/lib/store/contacts';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { reserve } from '@/lib/store/limits';
import { addOutboxRow } from '@/lib/store/outbox';
import { countLive } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { WorkerDeps } from './deps';
import { FACT_STORES, type Prepared, prepareEnrollment } from './prepare-enrollment';
import { enrolledStatus, statusOf } from './status-of';

const STORES = [...FACT_STORES, 'journal'] as const;
type EnrollTx = WriteTx<(typeof STORES)[number]>;

/**
 * Enrolls a person, or says everything that stands against it. Facts, decision and all records
 * share one transaction on disk: two clicks at once cannot both succeed, and nothing is half done.
 */
export async function enroll(
  deps: WorkerDeps,
  choices: Choices & { readonly accepted: readonly CheckCode[] },
): Promise<EnrollOutcome> {
  const { undoSeconds } = await deps.settings();
  const now = deps.clock.now();
  const by = {
    origin: 'manual',
    accepted: choices.accepted,
    undoSeconds,
    ids: deps.ids,
    now,
  } as const;
  const database = await deps.connection.get();
  const { outcome, dueAt } = await writeAtOnce(database, STORES, async (tx) => {
    const prepared = await prepareEnrollment(tx, choices, by);
    const decision = decide(prepared.request, prepared.facts, now);
    if (decision.kind === 'refuse') {
      const status = await statusOf(tx, prepared.resolved);
      await noteRefusal(tx, prepared, decision, now);
      return { outcome: { kind: 'refused', checks: decision.checks, status } as const };
    }
    const { enrollment, row } = await write(tx, prepared, decision, deps, now);
    const status = await enrolledStatus(tx, enrollment);
    return { outcome: { kind: 'enrolled', status } as const, dueAt: row.dueAt };
  });
  if (dueAt !== undefined) {
    deps.changed();
    await deps.wake.at(dueAt);
  }
  return outcome;
}

async function write(
  tx: EnrollTx,
  { request }: Prepared,
  { plan }: Extract<Decision, { kind: 'enroll' }>,
  { ids }: WorkerDeps,
  now: number,
) {
  const { contact, origin, edited } = request;
  const records = begin(
    plan,
    { contactId: contact.id, origin, ...(edited && { edited }) },
    now,
    ids,
  );
  const { enrollment, row } = records;
  // First, because it is what fails when somebody else was faster.
  await addClaim(tx, enrollment);
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

async function noteRefusal(
  tx: EnrollTx,
  { resolved, request }: Prepared,
  { checks }: Extract<Decision, { kind: 'refuse' }>,
  now: number,
) {
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
