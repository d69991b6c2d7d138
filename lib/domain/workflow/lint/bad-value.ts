import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { Filter } from '@/lib/domain/workflow/filter';
import type { PropertyDefinition } from '@/lib/domain/workflow/property-definition';
import { boolOf } from '@/lib/domain/workflow/values/bool-of';
import { choicesOf } from '@/lib/domain/workflow/values/choices-of';
import { dayNumberOf } from '@/lib/domain/workflow/values/day-number';
import { momentOf } from '@/lib/domain/workflow/values/moment-of';
import { numberOf } from '@/lib/domain/workflow/values/number-of';
import type { LintRule, Objection } from './lint-rule';
import type { LintSubject } from './lint-subject';

/** A value that can never be meant: not of the property's type, not among its options, no real day. */
export const badValue: LintRule<'badValue'> = {
  code: 'badValue',
  severity: 'error',
  stops: 'save',
  find: (subject) => [
    ...subject.filters.flatMap(({ filter, place }) =>
      badOperands(filter, subject.facts.definitions.get(filter.property)).map((value) =>
        objection(place, filter.property, value),
      ),
    ),
    ...badAssignments(subject),
    ...badDays(subject),
    ...badAddresses(subject),
  ],
};

function objection(place: string, property: string, value: string | number): Objection {
  return { place, params: { property, value } };
}

function badOperands(
  { operation }: Filter,
  definition: PropertyDefinition | undefined,
): readonly string[] {
  switch (operation.operationType) {
    case 'NUMBER_RANGED':
    case 'RANGED_DATE': {
      const { lowerBound, upperBound } = operation;
      return lowerBound > upperBound ? [`${lowerBound} > ${upperBound}`] : [];
    }
    case 'DATE':
      return isDay(operation.date) ? [] : [operation.date];
    case 'ENUMERATION': {
      const { options } = definition ?? {};
      return options === undefined
        ? []
        : operation.values.filter((value) => !options.includes(value));
    }
    default:
      return [];
  }
}

function badAssignments({ actions, facts: { definitions } }: LintSubject): readonly Objection[] {
  return actions.flatMap(({ action, place }) => {
    if (action.kind !== 'setProperty' || action.value === '') return [];
    const definition = definitions.get(action.property);
    if (definition === undefined || mayHold(definition, action.value)) return [];
    return [objection(`${place}.value`, action.property, action.value)];
  });
}

function mayHold({ type, options }: PropertyDefinition, value: string): boolean {
  switch (type) {
    case 'string':
      return true;
    case 'number':
      return !Number.isNaN(numberOf(value));
    case 'bool':
      return boolOf(value) !== undefined;
    case 'enumeration': {
      const choices = choicesOf(value) ?? [];
      return options === undefined || choices.every((choice) => options.includes(choice));
    }
    case 'date':
    case 'datetime':
      return momentOf(value, type) !== undefined;
  }
}

/** The calendar's format has room for February 30. */
function badDays({ draft: { settings } }: LintSubject): readonly Objection[] {
  return settings.pauseDates.flatMap(({ from, to }, index) => {
    const value = [from, to].find((date) => !isDay(date)) ?? (from > to ? `${from} > ${to}` : '');
    return value === '' ? [] : [objection(`settings.pauseDates.${index}`, '', value)];
  });
}

function badAddresses({ draft: { settings } }: LintSubject): readonly Objection[] {
  return settings.suppressed.flatMap((entry, index) => {
    const text = entry.trim();
    const address = text.startsWith('@') ? `anybody${text}` : text;
    if (parseEmailAddress(address) !== undefined) return [];
    return [objection(`settings.suppressed.${index}`, '', entry)];
  });
}

function isDay(date: string): boolean {
  return !Number.isNaN(dayNumberOf(date));
}
