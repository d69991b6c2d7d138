import type { OperationOf } from '@/lib/domain/workflow/operation-of';
import type { Predicate } from '@/lib/domain/workflow/predicate';
import { fold } from '@/lib/domain/workflow/values/fold';

type TextOperator = Exclude<OperationOf<'STRING' | 'MULTISTRING'>['operator'], `HAS_${string}`>;

type TextTest = (text: string, wanted: string) => boolean;

/** What each compares; those that say "not" are the contrary of all of them. */
const TESTS: Readonly<Record<TextOperator, { readonly test: TextTest; readonly not?: true }>> = {
  IS_EQUAL_TO: { test: (text, wanted) => text === wanted },
  IS_NOT_EQUAL_TO: { test: (text, wanted) => text === wanted, not: true },
  CONTAINS: { test: (text, wanted) => text.includes(wanted) },
  DOES_NOT_CONTAIN: { test: (text, wanted) => text.includes(wanted), not: true },
  CONTAINS_EXACTLY: { test: containsWords },
  DOES_NOT_CONTAIN_EXACTLY: { test: containsWords, not: true },
  STARTS_WITH: { test: (text, wanted) => text.startsWith(wanted) },
  ENDS_WITH: { test: (text, wanted) => text.endsWith(wanted) },
};

/** Is a text equal to, does it contain, … any of these? */
export function comparesText(
  operator: TextOperator,
  values: readonly string[],
  { place, missing }: { readonly place: number; readonly missing: boolean },
): Predicate {
  const { test, not } = TESTS[operator];
  const yes = not === undefined;
  const wanted = values.map(fold);
  const [only] = wanted;
  if (wanted.length === 1 && only !== undefined) {
    return ({ texts }) => {
      const text = texts[place];
      return text === undefined ? missing : test(text, only) === yes;
    };
  }
  return ({ texts }) => {
    const text = texts[place];
    return text === undefined ? missing : wanted.some((one) => test(text, one)) === yes;
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** As whole words: "sales" is in "head of sales", and not in "presales". */
function containsWords(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isStart = !joins(text.slice(0, at).slice(-2), wanted);
    const isEnd = !joins(wanted, text.slice(at + wanted.length, at + wanted.length + 2));
    if (isStart && isEnd) return true;
    if (wanted === '') return false;
  }
  return false;
}

/** Do two neighbors make one word? By code points: letters may be two units long. */
function joins(before: string, after: string): boolean {
  const last = [...before].at(-1);
  const [first] = after;
  return last !== undefined && first !== undefined && WORD.test(last) && WORD.test(first);
}
