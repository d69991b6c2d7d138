import type { Step } from '@/lib/domain/sequence/step';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { afterDelay } from './after-delay';

export interface PlannedStep {
  readonly step: Step;
  /** Counted from 0 within the sequence. */
  readonly index: number;
  readonly at: Instant;
}

/**
 * When every remaining step would run, if each runs on time. The first one's own delay is not
 * waited for: the first step runs at once.
 *
 * @param steps all steps of the sequence
 * @param start index of the step to begin with
 * @param firstAt when that one runs
 * @param zone whose clock the others keep
 */
export function planSteps(
  steps: readonly Step[],
  start: number,
  firstAt: Instant,
  zone: Zone,
): readonly PlannedStep[] {
  const plan: PlannedStep[] = [];
  let at = firstAt;
  for (const [index, step] of steps.entries()) {
    if (index < start) continue;
    if (index > start) at = afterDelay(at, step.delay, zone);
    plan.push({ step, index, at });
  }
  return plan;
}
