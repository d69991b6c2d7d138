import type { EnrollmentId } from '@/lib/domain/ids';
import type { UnenrollOutcome } from '@/lib/rpc/views';
import type { WorkerDeps } from './deps';

/** Ends an enrollment on a person's word: now, or, with `undone`, as if it had never begun. */
export async function unenroll(
  { engine }: WorkerDeps,
  id: EnrollmentId,
  reason: 'manual' | 'undone',
): Promise<UnenrollOutcome> {
  const outcome = await engine.exit(id, reason);
  switch (outcome.kind) {
    case 'ended':
      return { kind: 'unenrolled', sequenceName: outcome.sequenceName };
    case 'tooLate':
      return { kind: 'tooLate' };
    case 'notLive':
      return { kind: 'notEnrolled' };
  }
}
