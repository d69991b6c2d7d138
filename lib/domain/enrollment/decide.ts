import { planSteps } from '@/lib/domain/schedule/plan-steps';
import { planKey } from '@/lib/domain/schedule/step-key';
import type { Instant } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';
import type { Check } from './check';
import { runChecks } from './checks/table';
import type { Decision, EnrollmentPlan } from './decision';
import type { Facts } from './facts';
import { ORIGIN_POLICY } from './origin-policy';
import type { EnrollRequest } from './request';
import { type Subject, subjectOf } from './subject';

/**
 * May this contact be enrolled? The one place that answers, for every origin.
 *
 * All checks always run, so that the answer lists everything at once. A block refuses. A warning
 * refuses unless a person has accepted it, and the check lets a person of that origin do so.
 *
 * @param request who, what and with which choices
 * @param facts everything else the answer depends on
 * @param now the instant of the decision; the first email leaves `request.holdMs` later
 * @returns the plan, or the checks that stand against it; and moments that would do better
 * @example decide(request, { ...facts, sender: undefined }, now).kind // 'refuse'
 */
export function decide(request: EnrollRequest, facts: Facts, now: Instant): Decision {
  const subject = subjectOf(request, facts, now);
  const checks = runChecks(subject);
  const { offers } = subject;
  if (checks.some((check) => !isAllowed(check, request))) return { kind: 'refuse', checks, offers };
  const plan = planOf(subject);
  return plan === undefined
    ? { kind: 'refuse', checks, offers }
    : { kind: 'enroll', plan, checks, offers };
}

/** What enrolling would mean, as far as it can be said; also shown while checks stand against it. */
export function planOf(subject: Subject): EnrollmentPlan | undefined {
  const { facts, request, to, from, zone, zoneSource, firstAt, times } = subject;
  const { sequence, sender } = facts;
  if (!sequence || !sender || !to || !from || !zone || !times) return undefined;
  const clockMinute = wallClockOf(firstAt, zone).minute;
  const [first, ...rest] = planSteps(sequence.steps, {
    ...times,
    start: request.startStep,
    firstAt,
    clockMinute,
    spreadKey: planKey(to, sequence.id),
  });
  if (first === undefined) return undefined;
  return { sequence, sender, to, from, zone, zoneSource, clockMinute, steps: [first, ...rest] };
}

function isAllowed(check: Check, { origin, accepted }: EnrollRequest): boolean {
  switch (check.result) {
    case 'pass':
      return true;
    case 'block':
      return false;
    case 'warn':
      return ORIGIN_POLICY[origin].person && check.overridable && accepted.includes(check.code);
  }
}
