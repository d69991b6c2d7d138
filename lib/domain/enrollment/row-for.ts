import type { PlannedStep } from '@/lib/domain/schedule/plan-steps';
import { isTaskStep } from '@/lib/domain/sequence/step';
import type { Enrollment } from './enrollment';
import { type OutboxRow, outboxKey } from './outbox-row';

/** The effect that runs this step of this enrollment; while that is paused nothing wakes it. */
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
    ...(enrollment.state.kind !== 'paused' && { wakeAt: planned.at }),
    attempts: 0,
  };
}
