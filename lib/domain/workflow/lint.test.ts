import { describe, expect, test } from 'vitest';
import { sequenceId, zone } from '@/test/support/builders';
import { codesOf, lintOf } from '@/test/support/lint-facts';
import {
  aFilter,
  anEnrollAction,
  aSetProperty,
  equals,
  groupsOf,
  isKnown,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { FINDING_CODES } from './finding';
import { LINT_RULES } from './lint/table';

describe('lint', () => {
  test('finds nothing in a workflow that is fine', () => {
    expect(lintOf({})).toEqual([]);
  });

  test('has one rule for every code', () => {
    expect(LINT_RULES.map(({ code }) => code).sort()).toEqual([...FINDING_CODES].sort());
  });

  test('never stops saving with a warning', () => {
    for (const { severity, stops } of LINT_RULES)
      if (severity === 'warn') expect(stops).toBe('switchOn');
  });

  test('says everything at once, errors first', () => {
    const findings = lintOf(
      {
        trigger: { kind: 'criteria', groups: groupsOf([aFilter('email', isKnown())]) },
        actions: [
          anEnrollAction({ sender: { type: 'CONTACT_OWNER', contactOwnerProperty: 'nowhere' } }),
          aSetProperty('createdate', 'x'),
        ],
        settings: workflowSettings({ zone: zone('Asia/Tokyo') }),
      },
      { knowsZone: (name) => name !== 'Asia/Tokyo' },
    );

    expect(codesOf(findings)).toEqual([
      'unknownProperty actions.0.sender',
      'badValue actions.1.value',
      'readOnlyProperty actions.1.property',
      'unknownZone settings.zone',
      'impersonal trigger',
    ]);
  });

  test('puts warnings behind errors', () => {
    const findings = lintOf(
      { trigger: { kind: 'criteria', groups: [] } },
      { sequences: new Map() },
    );

    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['sequenceMissing', 'error'],
      ['impersonal', 'warn'],
    ]);
  });

  test('says of a sequence that its placeholders are filled in by nobody', () => {
    const sequence = { name: 'Demo', state: 'active', placeholders: ['Why now', 'Who'] } as const;

    expect(lintOf({}, { sequences: new Map([[sequenceId('sequence-1'), sequence]]) })).toEqual([
      {
        code: 'placeholders',
        severity: 'warn',
        stops: 'switchOn',
        place: 'actions.0.sequenceId',
        params: { sequence: 'Demo', tokens: 'Why now, Who' },
      },
    ]);
  });

  test('reads 250 filters in 20 groups without delay', () => {
    const groups = groupsOf(
      ...Array.from({ length: 20 }, (_, index) =>
        Array.from({ length: Math.floor((250 + index) / 20) }, () => aFilter('stage', equals('x'))),
      ),
    );
    const started = performance.now();

    expect(lintOf({ trigger: { kind: 'criteria', groups } })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
