import type { Step } from '@/lib/domain/sequence/step';
import type { Instant } from '@/lib/time/instant';
import type { MinuteOfDay } from '@/lib/time/local-date';
import { nextRun } from './next-run';
import type { SendTimes } from './send-times';
import { stepKey } from './step-key';

export interface PlannedStep {
  readonly step: Step;
  /** Counted from 0 within the sequence. */
  readonly index: number;
  readonly at: Instant;
}

export interface PlanOptions extends SendTimes {
  /** Index of the step to begin with. */
  readonly start: number;
  /** When that one runs; it waits for nothing, neither its delay nor the window. */
  readonly firstAt: Instant;
  /** The clock time in the zone that follow-ups keep. */
  readonly clockMinute: MinuteOfDay;
  /** Whose plan it is, see `planKey`. */
  readonly spreadKey: string;
}

/**
 * When every remaining step would run, if each runs on time.
 *
 * @param steps all steps of the sequence
 * @example planSteps(steps, { start: 0, firstAt, clockMinute, zone, settings, calendar, spreadKey })
 */
export function planSteps(steps: readonly Step[], options: PlanOptions): readonly PlannedStep[] {
  const { start, firstAt, spreadKey } = options;
  const plan: PlannedStep[] = [];
  let at = firstAt;
  for (const [index, step] of steps.entries()) {
    if (index < start) continue;
    if (index > start) {
      at = nextRun(at, { ...options, delay: step.delay, spreadKey: stepKey(spreadKey, step.id) });
    }
    plan.push({ step, index, at });
  }
  return plan;
}
