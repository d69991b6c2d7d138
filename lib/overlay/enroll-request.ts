import type { Person } from '@/lib/domain/contact/person';
import type { EditedEmail } from '@/lib/domain/enrollment/enrollment';
import type { Input } from '@/lib/rpc/protocol';
import type { EnrollmentPreview } from '@/lib/rpc/views';

/**
 * Asks for exactly what was on screen. Warnings that were shown count as accepted by the click; one
 * that appears only now does not.
 */
export function enrollRequest(
  person: Person,
  shown: EnrollmentPreview,
  edited: EditedEmail | undefined,
): Input<'enrollment.enroll'> | undefined {
  const { sequenceId, senderId, from, to, startStep, checks } = shown;
  if (sequenceId === undefined || senderId === undefined) return undefined;
  return {
    person,
    sequenceId,
    senderId,
    startStep,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(edited && { edited }),
    accepted: checks
      .filter((check) => check.result === 'warn' && check.overridable)
      .map((check) => check.code),
  };
}
