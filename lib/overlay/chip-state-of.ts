import type { ChipState } from '@/components/overlay/chip-state';
import type { Person } from '@/lib/domain/contact/person';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { FailureCode } from '@/lib/rpc/failure';
import type { ContactStatus } from '@/lib/rpc/views';

interface Known {
  readonly person: Person | undefined;
  readonly status: ContactStatus | undefined;
  readonly failure: FailureCode | undefined;
  /** What is being unenrolled right now. */
  readonly busy: EnrollmentId | undefined;
}

/** What the control says, from what is known. What was known stays visible when asking again fails. */
export function chipState({ person, status, failure, busy }: Known): ChipState {
  if (person === undefined) return { kind: 'nobody' };
  if (status === undefined)
    return failure ? { kind: 'failed', code: failure } : { kind: 'checking' };
  switch (status.kind) {
    case 'unknown':
      return { kind: 'noAddress' };
    case 'free':
      return { kind: 'free', ...(status.lastExit && { lastExit: status.lastExit }) };
    case 'enrolled':
      return { kind: 'enrolled', status, isBusy: busy === status.enrollmentId };
  }
}
