import type { PlannedStep } from '@/lib/domain/schedule/plan-steps';
import { isTaskStep } from '@/lib/domain/sequence/step';
import type { Instant } from '@/lib/time/instant';
import type { Enrollment } from './enrollment';
import { type OutboxRow, outboxKey } from './outbox-row';

/** The effect that runs this step of this enrollment. */
export function rowFor(enrollment: Enrollment, planned: PlannedStep): OutboxRow {
  return {
    key: outboxKey(enrollment.id, planned.step.id, 0),
    enrollmentId: enrollment.id,
    contactId: enrollment.contactId,
    senderId: enrollment.senderId,
    stepId: planned.step.id,
    stepIndex: planned.index,
    dueAt: planned.at,
    effect: isTaskStep(planned.step) ? 'task' : 'email',
    state: 'due',
    ...wakeFor(enrollment, planned.at),
    attempts: 0,
  };
}

/**
 * When the row of an enrollment wakes. While it is paused only the end of the pause wakes it, if
 * anybody knows it; one that the rep was asked about waits for their answer.
 *
 * @example wakeFor(pausedByTheRep, now) // {}
 */
export function wakeFor({ state }: Enrollment, at: Instant): Pick<OutboxRow, 'wakeAt' | 'waiting'> {
  if (state.kind !== 'paused') return { wakeAt: at };
  if (state.why === 'late') return { waiting: 'late' };
  return state.until === undefined ? {} : { wakeAt: state.until };
}
