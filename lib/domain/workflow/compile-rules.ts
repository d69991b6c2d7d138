import type { Contact } from '@/lib/domain/contact/contact';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { type Columns, createColumns } from './columns';
import type { Filter, FilterGroups } from './filter';
import { filterKey } from './filter-key';
import { fitsProperty, OPERATORS_BY_TYPE } from './operators';
import type { Predicate } from './predicate';
import type { PropertyDefinitions } from './property-definition';
import type { Slots } from './slots';

/** One set of criteria. Without groups, or with an empty one, it holds for everybody. */
export interface Rule {
  readonly groups: FilterGroups;
  /** The calendar of its date filters. */
  readonly zone: Zone;
}

/** Many rules for many contacts. A filter that several of them share is answered once. */
export interface RuleSet {
  /** Reads a contact for these rules, once for as many questions as there are. */
  readonly slotsOf: (contact: Contact) => Slots;
  /** The rules that hold, by index, in order. */
  readonly matching: (slots: Slots, now: Instant) => readonly number[];
  readonly holds: (rule: number, slots: Slots, now: Instant) => boolean;
}

/** What a filter answered for the contact at hand. */
const UNASKED = 0;
const FAILED = 1;
const PASSED = 2;

/**
 * Compiles rules once, for as long as they and the definitions stay the same.
 *
 * @example
 * const rules = compileRules([{ groups, zone }], definitions);
 * rules.matching(rules.slotsOf(contact), now) // [0] when it holds
 */
export function compileRules(rules: readonly Rule[], definitions: PropertyDefinitions): RuleSet {
  const columns = createColumns(definitions);
  const predicates: Predicate[] = [];
  const ids = new Map<string, number>();

  function idOf(filter: Filter, zone: Zone): number {
    const key = filterKey(filter, zone);
    const id =
      ids.get(key) ?? predicates.push(compileFilter(filter, zone, definitions, columns)) - 1;
    ids.set(key, id);
    return id;
  }

  const programs = rules.map(({ groups, zone }) =>
    groups.map(({ filters }) => Int32Array.from(filters, (filter) => idOf(filter, zone))),
  );
  const answers = new Uint8Array(predicates.length);
  let asked: { readonly slots: Slots; readonly now: Instant } | undefined;

  function passes(id: number, slots: Slots, now: Instant): boolean {
    let answer = answers[id];
    if (answer === UNASKED) {
      answer = predicates[id]?.(slots, now) === true ? PASSED : FAILED;
      answers[id] = answer;
    }
    return answer === PASSED;
  }

  function holds(rule: number, slots: Slots, now: Instant): boolean {
    if (asked?.slots !== slots || asked.now !== now) {
      answers.fill(UNASKED);
      asked = { slots, now };
    }
    const groups = programs[rule] ?? [];
    return (
      groups.length === 0 || groups.some((group) => group.every((id) => passes(id, slots, now)))
    );
  }

  return {
    slotsOf: columns.slotsOf,
    holds,
    matching: (slots, now) => [...programs.keys()].filter((rule) => holds(rule, slots, now)),
  };
}

function compileFilter(
  { property, operation }: Filter,
  zone: Zone,
  definitions: PropertyDefinitions,
  columns: Columns,
): Predicate {
  const { operationType, includeObjectsWithNoValueSet } = operation;
  if (!fitsProperty(operationType, definitions.get(property))) {
    return () => includeObjectsWithNoValueSet;
  }
  return OPERATORS_BY_TYPE[operationType].compile(operation, {
    place: (view) => columns.place(property, view),
    zone,
  });
}
