import type { WorkerDeps } from '@/lib/background/deps';
import type { EnrollmentId } from '@/lib/domain/ids';
import type {
  PauseOutcome,
  RestoreOutcome,
  ResumeOutcome,
  RetryOutcome,
  SkipOutcome,
  UnenrollOutcome,
} from '@/lib/rpc/views';
import { enrolledStatus, STATUS_STORES } from './status-of';

/**
 * Ends an enrollment on a person's word: now, or, with `undone`, as if it had never begun. Whose
 * sequence it is does not matter: everybody may stop an email.
 */
export async function unenroll(
  { engine }: WorkerDeps,
  id: EnrollmentId,
  reason: 'manual' | 'undone',
): Promise<UnenrollOutcome> {
  const outcome = await engine.exit(id, reason);
  switch (outcome.kind) {
    case 'ended': {
      const { sequenceName, undoUntil } = outcome;
      return { kind: 'unenrolled', sequenceName, ...(undoUntil !== undefined && { undoUntil }) };
    }
    case 'tooLate':
      return { kind: 'tooLate' };
    case 'notLive':
      return { kind: 'notEnrolled' };
  }
}

export async function pause({ engine }: WorkerDeps, id: EnrollmentId): Promise<PauseOutcome> {
  const outcome = await engine.pause(id);
  return outcome.kind === 'notLive' ? { kind: 'notEnrolled' } : outcome;
}

/** Goes on, and makes sure that somebody is awake when the next email is due. */
export async function resume(
  { engine, wake }: WorkerDeps,
  id: EnrollmentId,
): Promise<ResumeOutcome> {
  const outcome = await engine.resume(id);
  if (outcome.kind === 'resumed' && outcome.nextAt !== undefined) await wake.at(outcome.nextAt);
  return outcome;
}

/** Goes on without the next step. */
export async function skip({ engine, wake }: WorkerDeps, id: EnrollmentId): Promise<SkipOutcome> {
  const outcome = await engine.skip(id);
  if (outcome.kind === 'notLive') return { kind: 'notEnrolled' };
  if (outcome.kind === 'skipped' && outcome.nextAt !== undefined) await wake.at(outcome.nextAt);
  return outcome;
}

/** Tries a parked effect once more, soon. */
export async function retry(
  { engine, wake, clock }: WorkerDeps,
  key: string,
): Promise<RetryOutcome> {
  const { kind } = await engine.retry(key);
  if (kind === 'retried') await wake.at(clock.now());
  return { kind };
}

/** Takes back the last unenrolling, pausing, resuming or skipping. */
export async function restore(
  { engine, wake, connection }: WorkerDeps,
  id: EnrollmentId,
): Promise<RestoreOutcome> {
  const outcome = await engine.restore(id);
  if (outcome.kind !== 'restored') return outcome;
  const { enrollment } = outcome;
  if (enrollment.nextAt !== undefined) await wake.at(enrollment.nextAt);
  const tx = (await connection.get()).transaction([...STATUS_STORES]);
  return { kind: 'restored', status: await enrolledStatus(tx, enrollment) };
}
