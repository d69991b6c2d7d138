import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { address, anEmailStep, stepId } from '@/test/support/builders';
import type { Variant } from './step';
import { emailTexts, variantOf } from './variant-of';

const another = (id: string, share: number): Variant => ({ id, subject: id, body: id, share });
const step = (...variants: readonly Variant[]) => anEmailStep({ variants: [...variants] });
const PEOPLE = Array.from({ length: 10_000 }, (_, n) =>
  address(`person-${n}@company-${n % 97}.example.com`),
);

function counts(of: ReturnType<typeof step>): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const to of PEOPLE) {
    const { letter } = variantOf(of, to);
    found[letter] = (found[letter] ?? 0) + 1;
  }
  return found;
}

test('an email without variants says to everybody what it says', () => {
  const plain = anEmailStep();

  expect(variantOf(plain, address('ada@example.com'))).toEqual({
    letter: 'A',
    subject: plain.subject,
    body: plain.body,
  });
  expect(emailTexts(step(another('b', 50))).map(({ letter }) => letter)).toEqual(['A', 'B']);
});

describe('the split', () => {
  test('gives every text its share of 10,000 contacts, within two percent points', () => {
    const shares = fc
      .array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 4 })
      .map((all) => all.map((share, index) => another(`v${index}`, share)));
    fc.assert(
      fc.property(shares, fc.string({ minLength: 1, maxLength: 20 }), (variants, id) => {
        const found = counts({ ...step(...variants), id: stepId(id) });
        for (const [index, { share }] of variants.entries()) {
          const letter = String.fromCharCode(66 + index);
          expect(Math.abs((found[letter] ?? 0) / 100 - share)).toBeLessThan(2);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is the same whenever it is asked, however the address is spelled', () => {
    const of = step(another('b', 50));

    for (const to of PEOPLE.slice(0, 500)) {
      const again = address(to.toUpperCase());
      expect(variantOf(of, again)).toEqual(variantOf(of, to));
    }
  });

  test('is another one for every step', () => {
    const first = step(another('b', 50));
    const second = { ...first, id: stepId('step-2') };
    const same = PEOPLE.filter(
      (to) => variantOf(first, to).letter === variantOf(second, to).letter,
    );

    expect(Math.abs(same.length - 5_000)).toBeLessThan(300);
  });

  test('takes contacts from A only when a text is added', () => {
    const before = step(another('b', 30));
    const after = step(another('b', 30), another('c', 20));

    for (const to of PEOPLE) {
      const [was, is] = [variantOf(before, to).letter, variantOf(after, to).letter];
      expect(was === is || (was === 'A' && is === 'C')).toBe(true);
    }
  });
});
