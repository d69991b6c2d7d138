import type { Person } from '@/lib/domain/contact/person';
import type { EditedEmail } from '@/lib/domain/enrollment/enrollment';
import type { Choices, Input } from '@/lib/rpc/protocol';
import type { EnrollmentPreview } from '@/lib/rpc/views';

interface EnrollRequestParts {
  readonly person: Person;
  readonly shown: EnrollmentPreview;
  readonly edited: EditedEmail | undefined;
  /** What a preview does not repeat. */
  readonly chosen: Pick<Choices, 'ownerProperty' | 'sendAt'>;
  readonly placeholders: Readonly<Record<string, string>>;
}

/**
 * Asks for exactly what was on screen. Warnings that were shown count as accepted by the click; one
 * that appears only now does not.
 */
export function enrollRequest(parts: EnrollRequestParts): Input<'enrollment.enroll'> | undefined {
  const { person, shown, edited, chosen, placeholders } = parts;
  const { sequenceId, senderId, from, to, startStep, checks } = shown;
  if (sequenceId === undefined || senderId === undefined) return undefined;
  return {
    person,
    sequenceId,
    senderId,
    startStep,
    placeholders,
    ownerProperty: chosen.ownerProperty,
    sendAt: chosen.sendAt,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(edited && { edited }),
    accepted: checks
      .filter((check) => check.result === 'warn' && check.overridable)
      .map((check) => check.code),
  };
}
