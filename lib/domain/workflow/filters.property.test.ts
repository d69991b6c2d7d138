import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyContact, anyDefinitions, anyNow, anyRule } from '@/test/support/any-filters';
import { oracleHolds } from '@/test/support/filter-oracle';
import { compileRules } from './compile-rules';
import { explainFilters } from './explain-filters';
import { OPERATORS } from './operation';

const HOST_ZONES = ['UTC', 'America/New_York', 'Pacific/Apia'];

const anyCase = fc.record({
  rules: fc.array(anyRule, { minLength: 1, maxLength: 4 }),
  contacts: fc.array(anyContact, { minLength: 1, maxLength: 4 }),
  instants: fc.array(anyNow, { minLength: 1, maxLength: 2 }),
});

describe.each(HOST_ZONES)('on a machine in %s', (hostZone) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = hostZone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('rules hold for whom mingo and plain Temporal say they do', { timeout: 120_000 }, () => {
    const seen = { pairs: 0, held: 0, operators: new Set<string>() };
    fc.assert(
      fc.property(anyCase, ({ rules, contacts, instants }) => {
        const compiled = compileRules(rules, anyDefinitions);
        for (const contact of contacts) {
          const slots = compiled.slotsOf(contact);
          for (const now of instants) {
            const want = [...rules.entries()]
              .filter(([, rule]) => oracleHolds(rule, contact, anyDefinitions, now))
              .map(([index]) => index);

            expect(compiled.matching(slots, now)).toEqual(want);
            seen.pairs += rules.length;
            seen.held += want.length;
          }
        }
        for (const { operation } of rules.flatMap(({ groups }) => groups).flatMap((g) => g.filters))
          seen.operators.add(`${operation.operationType} ${operation.operator}`);
      }),
      { numRuns: 1_000 },
    );

    // Three times, hence more than 20,000.
    expect(seen.pairs).toBeGreaterThan(7_000);
    // Both answers were really met, and every operator was asked.
    expect(Math.min(seen.held, seen.pairs - seen.held)).toBeGreaterThan(seen.pairs / 10);
    expect(seen.operators.size).toBe(Object.values(OPERATORS).flat().length);
  });
});

test('an explanation agrees with what it explains, filter by filter', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyRule, anyContact, anyNow, ({ groups, zone }, contact, now) => {
      const explained = explainFilters(groups, contact, { definitions: anyDefinitions, zone, now });
      const want = oracleHolds({ groups, zone }, contact, anyDefinitions, now);

      expect(groups.length === 0 || explained.some(({ passed }) => passed)).toBe(want);
      for (const { passed, filters } of explained)
        expect(passed).toBe(filters.every((filter) => filter.passed));
    }),
    { numRuns: 1_000 },
  );
});
