import type { OperationOf } from '@/lib/domain/workflow/operation-of';
import type { Predicate } from '@/lib/domain/workflow/predicate';

type NumberOperator = Exclude<OperationOf<'NUMBER'>['operator'], `HAS_${string}`>;

const TESTS: Readonly<Record<NumberOperator, (number: number, wanted: number) => boolean>> = {
  IS_EQUAL_TO: (number, wanted) => number === wanted,
  IS_NOT_EQUAL_TO: (number, wanted) => number !== wanted,
  IS_GREATER_THAN: (number, wanted) => number > wanted,
  IS_GREATER_THAN_OR_EQUAL_TO: (number, wanted) => number >= wanted,
  IS_LESS_THAN: (number, wanted) => number < wanted,
  IS_LESS_THAN_OR_EQUAL_TO: (number, wanted) => number <= wanted,
};

/** Numbers, and 1 or 0 for yes or no. */
export function comparesNumber(
  operator: NumberOperator,
  wanted: number,
  { place, missing }: { readonly place: number; readonly missing: boolean },
): Predicate {
  const test = TESTS[operator];
  return ({ numbers }) => {
    const number = numbers[place] ?? Number.NaN;
    return Number.isNaN(number) ? missing : test(number, wanted);
  };
}

/** Both bounds are inside. */
export function inRange(
  { operator, lowerBound, upperBound }: OperationOf<'NUMBER_RANGED'>,
  { place, missing }: { readonly place: number; readonly missing: boolean },
): Predicate {
  const wanted = operator === 'IS_BETWEEN';
  return ({ numbers }) => {
    const number = numbers[place] ?? Number.NaN;
    if (Number.isNaN(number)) return missing;
    return (lowerBound <= number && number <= upperBound) === wanted;
  };
}
