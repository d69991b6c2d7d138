import { expect, test } from 'vitest';
import { CHECK_CODES, type CheckCode } from '@/lib/domain/enrollment/check';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import { aRequest, goodFacts, NOW } from './builders';

/**
 * What a rule means to an origin. `asks`: a person may go on after accepting it. `refuses`: no
 * person may. `skips`: nobody is there to ask, so that contact is left out under the same code.
 */
type Verdict = 'passes' | 'asks' | 'refuses' | 'skips';

export interface RuleRow {
  /** The rule, said as a sentence. */
  readonly sentence: string;
  readonly code: CheckCode;
  readonly reason?: string;
  /** Where a workflow is told another one. */
  readonly workflowReason?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly request?: Partial<EnrollRequest>;
  readonly facts?: Partial<Facts>;
  readonly now?: number;
  readonly manual: Verdict;
  readonly bulk: Verdict;
  readonly workflow: Verdict;
}

const ORIGINS = ['manual', 'bulk', 'workflow'] as const;

/** One test for each rule and origin. */
export function testRules(rows: readonly RuleRow[]): void {
  const cases = rows.flatMap((row) =>
    ORIGINS.map((origin) => ({ row, origin, verdict: row[origin], sentence: row.sentence })),
  );
  test.each(cases)('$sentence: $origin $verdict', ({ row, origin, verdict }) => {
    const at = row.now ?? NOW;
    const asked = (accepted: readonly CheckCode[]) =>
      decide(aRequest({ ...row.request, origin, accepted }), goodFacts(row.facts), at);

    const check = asked([]).checks.find(({ code }) => code === row.code);
    const reason = origin === 'workflow' ? (row.workflowReason ?? row.reason) : row.reason;
    const found = { reason, params: expect.objectContaining(row.params ?? {}) };

    switch (verdict) {
      case 'passes':
        expect(check).toMatchObject({ result: 'pass', overridable: false });
        return;
      case 'asks':
        expect(check).toMatchObject({ result: 'warn', overridable: true, ...found });
        expect(asked([]).kind).toBe('refuse');
        expect(asked([row.code]).kind).toBe('enroll');
        return;
      case 'refuses':
        expect(check).toMatchObject({ result: 'block', overridable: false, ...found });
        expect(asked(CHECK_CODES).kind).toBe('refuse');
        return;
      case 'skips':
        expect(check?.result).not.toBe('pass');
        expect(check).toMatchObject({ overridable: false, ...found });
        expect(asked(CHECK_CODES).kind).toBe('refuse');
    }
  });
}
