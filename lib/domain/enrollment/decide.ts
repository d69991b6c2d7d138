import { planSteps } from '@/lib/domain/schedule/plan-steps';
import type { Instant } from '@/lib/time/instant';
import type { Check } from './check';
import { checks } from './checks/table';
import type { Decision, EnrollmentPlan } from './decision';
import type { Facts } from './facts';
import type { EnrollRequest } from './request';
import { type Subject, subjectOf } from './subject';

/**
 * May this contact be enrolled? The one place that answers, for every origin.
 *
 * All checks always run, so that the answer lists everything at once. A block refuses. A warning
 * refuses unless a person has accepted it: only origin `manual` and `bulk` have one.
 *
 * @param request who, what and with which choices
 * @param facts everything else the answer depends on
 * @param now the instant of the decision; the first email leaves `request.holdMs` later
 * @returns the plan, or the checks that stand against it
 * @example decide(request, { ...facts, sender: undefined }, now).kind // 'refuse'
 */
export function decide(request: EnrollRequest, facts: Facts, now: Instant): Decision {
  const subject = subjectOf(request, facts, now);
  const results = Object.values(checks).map((check) => check(subject));
  const plan = planOf(subject);
  const refused = results.some((check) => !isAllowed(check, request));
  if (refused || plan === undefined) return { kind: 'refuse', checks: results };
  return { kind: 'enroll', plan, checks: results };
}

/** What enrolling would mean, as far as it can be said; also shown while checks stand against it. */
export function planOf(subject: Subject): EnrollmentPlan | undefined {
  const { facts, request, to, from, zone, zoneSource, firstAt } = subject;
  const { sequence, sender } = facts;
  if (!sequence || !sender || !to || !from || !zone) return undefined;
  const [first, ...rest] = planSteps(sequence.steps, request.startStep, firstAt, zone);
  if (first === undefined) return undefined;
  return { sequence, sender, to, from, zone, zoneSource, steps: [first, ...rest] };
}

function isAllowed(check: Check, request: EnrollRequest): boolean {
  switch (check.result) {
    case 'pass':
      return true;
    case 'block':
      return false;
    case 'warn':
      return isPersonAsking(request) && check.overridable && request.accepted.includes(check.code);
  }
}

function isPersonAsking({ origin }: EnrollRequest): boolean {
  return origin === 'manual' || origin === 'bulk';
}
