import type { OperationOf } from '@/lib/domain/workflow/operation-of';
import type { Predicate } from '@/lib/domain/workflow/predicate';

type ChoiceOperator = Exclude<OperationOf<'ENUMERATION'>['operator'], `HAS_${string}`>;

/** Does one value, a list of choices, hold what is wanted? */
export type ChoiceTest = (choices: readonly string[], wanted: ReadonlySet<string>) => boolean;

export const anyOf: ChoiceTest = (choices, wanted) => choices.some((one) => wanted.has(one));

/** In any order; no choice is there twice. */
export const exactly: ChoiceTest = (choices, wanted) =>
  choices.length === wanted.size && choices.every((one) => wanted.has(one));

export const allOf: ChoiceTest = (choices, wanted) =>
  choices.filter((one) => wanted.has(one)).length === wanted.size;

const TESTS: Readonly<Record<ChoiceOperator, { readonly test: ChoiceTest; readonly not?: true }>> =
  {
    IS_ANY_OF: { test: anyOf },
    IS_NONE_OF: { test: anyOf, not: true },
    IS_EXACTLY: { test: exactly },
    IS_NOT_EXACTLY: { test: exactly, not: true },
    CONTAINS_ALL: { test: allOf },
    DOES_NOT_CONTAIN_ALL: { test: allOf, not: true },
  };

/** Where a property's choices are kept: the only one by its number, all of them by their names. */
interface ChoicePlace {
  readonly choice: number;
  readonly choices: number;
  readonly missing: boolean;
  readonly idOf: (choice: string) => number;
}

export function comparesChoices(
  operator: ChoiceOperator,
  values: readonly string[],
  { choice, choices, missing, idOf }: ChoicePlace,
): Predicate {
  const { test, not } = TESTS[operator];
  const yes = not === undefined;
  const wanted = new Set(values.map((value) => value.trim()));
  // What the test says to each choice alone; what is beyond the end is not wanted.
  const alone: boolean[] = [];
  for (const one of wanted) alone[idOf(one)] = test([one], wanted);
  const answers = Array.from(alone, (answer) => (answer === true) === yes);
  return (slots) => {
    const id = slots.numbers[choice] ?? Number.NaN;
    if (!Number.isNaN(id)) return answers[id] ?? !yes;
    const found = slots.choices[choices];
    return found === undefined ? missing : test(found, wanted) === yes;
  };
}
