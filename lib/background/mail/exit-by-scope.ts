import type { WorkerDeps } from '@/lib/background/deps';
import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { type Enrollment, type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { ExitScope } from '@/lib/domain/sequence/settings';
import { claimsAtCompany } from '@/lib/store/claims';
import { getContact } from '@/lib/store/contacts';
import { getSequence } from '@/lib/store/sequences';

export type ExitDeps = Pick<WorkerDeps, 'connection'> & {
  readonly exit: (id: EnrollmentId, reason: ExitReason) => Promise<unknown>;
};

/** What a reply, or a meeting, is called for who caused it and for the others at their company. */
const REASONS = {
  reply: { own: 'replied', colleagues: 'colleagueReplied' },
  meeting: { own: 'meetingBooked', colleagues: 'colleagueMet' },
} as const satisfies Record<string, { own: ExitReason; colleagues: ExitReason }>;

export type ExitCause = keyof typeof REASONS;

/** Whom this takes out of the sequence, by the version of it that the enrollment runs. */
export async function scopeOf(
  { connection }: Pick<WorkerDeps, 'connection'>,
  { sequenceId, sequenceVersion }: Enrollment,
  cause: ExitCause,
): Promise<ExitScope> {
  const tx = (await connection.get()).transaction('sequenceVersions');
  const sequence = await getSequence(tx, sequenceId, sequenceVersion);
  // A sequence that is gone sends nothing; without its word, an answer ends what it answers.
  return sequence?.settings.exits[cause] ?? 'contact';
}

/**
 * Ends what an answer or a meeting ends: nothing, the enrollment itself, or those of everybody at the
 * company in the same sequence.
 */
export async function exitByScope(
  deps: ExitDeps,
  enrollment: Enrollment,
  cause: ExitCause,
): Promise<void> {
  const scope = await scopeOf(deps, enrollment, cause);
  if (scope === 'off') return;
  if (isLive(enrollment)) await deps.exit(enrollment.id, REASONS[cause].own);
  if (scope !== 'company') return;
  for (const id of await colleaguesOf(deps, enrollment)) {
    await deps.exit(id, REASONS[cause].colleagues);
  }
}

async function colleaguesOf(
  { connection }: ExitDeps,
  { id, contactId, sequenceId }: Enrollment,
): Promise<readonly EnrollmentId[]> {
  const tx = (await connection.get()).transaction(['contacts', 'claims']);
  const contact = await getContact(tx, contactId);
  const company = contact && companyKeyOf(contact);
  if (company === undefined) return [];
  const claims = await claimsAtCompany(tx, [sequenceId], company);
  return claims.map(({ enrollmentId }) => enrollmentId).filter((one) => one !== id);
}
