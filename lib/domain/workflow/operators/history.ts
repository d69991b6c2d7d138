import type { Operation } from '@/lib/domain/workflow/operation';
import type { Predicate } from '@/lib/domain/workflow/predicate';
import { allOf, anyOf, type ChoiceTest, exactly } from './enumeration';

/** The operators that look back on everything a property has been, and on what it is now. */
export type HistoryOperator = Extract<Operation['operator'], `HAS_${string}`>;

const contains: ChoiceTest = (choices, wanted) =>
  choices.some((one) => [...wanted].some((part) => one.includes(part)));

const TESTS: Readonly<Record<HistoryOperator, { readonly test: ChoiceTest; readonly not?: true }>> =
  {
    HAS_EVER_BEEN_EQUAL_TO: { test: anyOf },
    HAS_NEVER_BEEN_EQUAL_TO: { test: anyOf, not: true },
    HAS_EVER_CONTAINED: { test: contains },
    HAS_NEVER_CONTAINED: { test: contains, not: true },
    HAS_EVER_BEEN_ANY_OF: { test: anyOf },
    HAS_NEVER_BEEN_ANY_OF: { test: anyOf, not: true },
    HAS_EVER_BEEN_EXACTLY: { test: exactly },
    HAS_NEVER_BEEN_EXACTLY: { test: exactly, not: true },
    HAS_EVER_CONTAINED_ALL: { test: allOf },
    HAS_NEVER_CONTAINED_ALL: { test: allOf, not: true },
  };

export function isHistorical(operator: Operation['operator']): operator is HistoryOperator {
  return Object.hasOwn(TESTS, operator);
}

/**
 * Was any of its values so? A property that is unknown now but was not always has values to look at.
 *
 * @param values in their canonical form
 */
export function looksBack(
  operator: HistoryOperator,
  values: readonly string[],
  { place, missing }: { readonly place: number; readonly missing: boolean },
): Predicate {
  const { test, not } = TESTS[operator];
  const yes = not === undefined;
  const wanted = new Set(values);
  return ({ histories }) => {
    const history = histories[place];
    if (history === undefined) return missing;
    return history.some((choices) => test(choices, wanted)) === yes;
  };
}
