import type { Contact } from '@/lib/domain/contact/contact';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { type Columns, createColumns } from './columns';
import type { Filter, FilterGroups } from './filter';
import { filterKey } from './filter-key';
import { fitsProperty, OPERATORS_BY_TYPE } from './operators';
import type { Predicate } from './predicate';
import type { PropertyDefinitions } from './property-definition';
import { programOf, runProgram } from './rule-program';
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
  const idOf = (filter: Filter, zone: Zone): number => {
    const key = filterKey(filter, zone);
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, predicates.length);
    return predicates.push(compileFilter(filter, zone, definitions, columns)) - 1;
  };
  const groupsOfIds = rules.map(({ groups, zone }) =>
    groups.map(({ filters }) => filters.map((filter) => idOf(filter, zone))),
  );
  const uses = new Uint32Array(predicates.length);
  for (const id of groupsOfIds.flat(2)) uses[id] = (uses[id] ?? 0) + 1;
  // What many ask first is answered already for most of them. AND does not mind.
  const byUses = (one: number, other: number) => (uses[other] ?? 0) - (uses[one] ?? 0);
  const programs = groupsOfIds.map((groups) =>
    programOf(groups.map((ids) => [...ids].sort(byUses))),
  );

  // Of the contact and the instant that were asked about last.
  const answers = new Uint8Array(predicates.length);
  let last: { readonly slots: Slots; readonly now: Instant } | undefined;
  const about = (slots: Slots, now: Instant) => {
    if (last?.slots === slots && last.now === now) return;
    answers.fill(0);
    last = { slots, now };
  };

  return {
    slotsOf: columns.slotsOf,
    holds: (rule, slots, now) => {
      about(slots, now);
      const program = programs[rule];
      return program !== undefined && runProgram(program, { predicates, answers, slots, now });
    },
    matching: (slots, now) => {
      about(slots, now);
      const run = { predicates, answers, slots, now };
      const found: number[] = [];
      for (let rule = 0; rule < programs.length; rule++) {
        const program = programs[rule];
        if (program !== undefined && runProgram(program, run)) found.push(rule);
      }
      return found;
    },
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
    choiceId: (choice) => columns.choiceId(property, choice),
    zone,
  });
}
