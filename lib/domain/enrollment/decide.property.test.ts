import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits } from '@/lib/domain/limits/rolling-limit';
import { intoWindow } from '@/lib/domain/schedule/into-window';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { anyFacts, anyRequest } from '@/test/support/any-decision';
import { NOW } from '@/test/support/builders';
import { CHECK_CODES } from './check';
import { decide } from './decide';
import { ORIGIN_POLICY } from './origin-policy';

const RUNS = { numRuns: 1_500 };

describe('whatever is asked and whatever the facts are', () => {
  test('there is an answer, with every check once, a reason for every objection', () => {
    fc.assert(
      fc.property(anyRequest, anyFacts, (request, facts) => {
        const { checks } = decide(request, facts, NOW);

        expect(checks.map(({ code }) => code).sort()).toEqual([...CHECK_CODES].sort());
        for (const { result, reason } of checks)
          expect(reason === undefined).toBe(result === 'pass');
      }),
      RUNS,
    );
  });

  test('the contact is enrolled if nothing blocks and a person has accepted every warning, and only then', () => {
    const seen = { enroll: 0, refuse: 0 };
    fc.assert(
      fc.property(anyRequest, anyFacts, (request, facts) => {
        const { kind, checks } = decide(request, facts, NOW);
        const person = request.origin === 'manual' || request.origin === 'bulk';
        const fine = checks.every(
          ({ code, result }) =>
            result === 'pass' || (result === 'warn' && person && request.accepted.includes(code)),
        );

        seen[kind] += 1;
        expect(kind).toBe(fine ? 'enroll' : 'refuse');
      }),
      RUNS,
    );
    // Both sides were really met.
    expect(Math.min(seen.enroll, seen.refuse)).toBeGreaterThan(50);
  });

  test('nobody but a person goes on in spite of a warning, whatever was accepted', () => {
    fc.assert(
      fc.property(anyRequest, anyFacts, (request, facts) => {
        const asked = { ...request, accepted: CHECK_CODES };
        const { kind, checks } = decide(asked, facts, NOW);

        if (ORIGIN_POLICY[request.origin].person) return;
        expect(checks.some(({ overridable }) => overridable)).toBe(false);
        if (checks.some(({ result }) => result !== 'pass')) expect(kind).toBe('refuse');
      }),
      RUNS,
    );
  });

  test('accepting more never turns a yes into a no', () => {
    fc.assert(
      fc.property(anyRequest, anyFacts, fc.subarray([...CHECK_CODES]), (request, facts, more) => {
        const before = decide(request, facts, NOW);
        const accepted = [...request.accepted, ...more];
        const after = decide({ ...request, accepted }, facts, NOW);

        if (before.kind === 'enroll') expect(after).toEqual(before);
      }),
      RUNS,
    );
  });

  test('who is enrolled is not written to before the hold is over, nor beyond a limit', () => {
    fc.assert(
      fc.property(anyRequest, anyFacts, (request, facts) => {
        const decision = decide({ ...request, accepted: CHECK_CODES }, facts, NOW);

        if (decision.kind === 'refuse') return;
        const [first] = decision.plan.steps;
        expect(first.at).toBeGreaterThanOrEqual(NOW + request.holdMs);
        expect(fits(facts.buckets, first.at, senderLimit(decision.plan.sender))).toBe(true);
      }),
      RUNS,
    );
  });

  test('without a person the first email waits for the window', () => {
    fc.assert(
      fc.property(anyRequest, anyFacts, (request, facts) => {
        const decision = decide({ ...request, origin: 'workflow' }, facts, NOW);

        if (decision.kind === 'refuse') return;
        const { plan } = decision;
        const times = {
          zone: plan.zone,
          settings: plan.sequence.settings,
          calendar: facts.calendar,
        };
        expect(intoWindow(plan.steps[0].at, times)).toBe(plan.steps[0].at);
      }),
      RUNS,
    );
  });

  test('what is offered stands: asked for that moment, neither hours nor limits are in the way', () => {
    let offered = 0;
    fc.assert(
      fc.property(anyRequest, anyFacts, (request, facts) => {
        for (const { at } of decide(request, facts, NOW).offers) {
          offered += 1;
          const again = decide({ ...request, sendAt: at }, facts, NOW);
          const objections = again.checks.filter(({ result }) => result !== 'pass');
          const codes = objections.map(({ code }) => code);
          expect(codes).not.toContain('quietTime');
          expect(codes).not.toContain('dailyLimit');
          expect(codes).not.toContain('perMinuteLimit');
        }
      }),
      RUNS,
    );
    expect(offered).toBeGreaterThan(10);
  });
});
