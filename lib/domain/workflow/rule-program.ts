import type { Instant } from '@/lib/time/instant';
import type { Predicate } from './predicate';
import type { Slots } from './slots';

/**
 * A rule as integers: for each of its groups where the group ends, then the filters in it. What is
 * asked thousands of times a second has no objects to follow.
 */
export type RuleProgram = Int32Array;

export interface ProgramRun {
  readonly predicates: readonly Predicate[];
  /** By filter: what it said about this contact. */
  readonly answers: Uint8Array;
  readonly slots: Slots;
  readonly now: Instant;
}

const UNASKED = 0;
const FAILED = 1;
const PASSED = 2;

/**
 * @param groups filters by their ids
 * @example programOf([[0, 4], [2]]) // Int32Array [3, 0, 4, 5, 2]
 */
export function programOf(groups: readonly (readonly number[])[]): RuleProgram {
  const program: number[] = [];
  // No groups and an empty group are the same: everybody.
  for (const filters of groups.length === 0 ? [[]] : groups) {
    program.push(program.length + 1 + filters.length, ...filters);
  }
  return Int32Array.from(program);
}

/** Any of the groups, all of a group's filters; no filter is asked twice about a contact. */
export function runProgram(
  program: RuleProgram,
  { predicates, answers, slots, now }: ProgramRun,
): boolean {
  let start = 0;
  while (start < program.length) {
    const end = program[start] ?? 0;
    let at = start + 1;
    while (at < end) {
      const id = program[at] ?? 0;
      let answer = answers[id];
      if (answer === UNASKED) {
        answer = predicates[id]?.(slots, now) === true ? PASSED : FAILED;
        answers[id] = answer;
      }
      if (answer === FAILED) break;
      at++;
    }
    if (at === end) return true;
    start = end;
  }
  return false;
}
