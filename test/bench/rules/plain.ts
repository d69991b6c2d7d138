import type { Contact } from '@/lib/domain/contact/contact';
import type { Rule } from '@/lib/domain/workflow/compile-rules';
import type { Instant } from '@/lib/time/instant';
import { definitions } from './data';

/** What the rules of this bench ask, in the words that somebody would choose for a library. */
export type Test =
  | { readonly op: 'in'; readonly name: string; readonly values: readonly string[] }
  | { readonly op: 'contains'; readonly name: string; readonly value: string }
  | { readonly op: 'known'; readonly name: string }
  | { readonly op: 'above'; readonly name: string; readonly value: number }
  | { readonly op: 'before'; readonly name: string; readonly value: Instant };

/** Any of the groups, all of a group's tests. */
export type PlainRule = readonly (readonly Test[])[];

export function plainRules(rules: readonly Rule[], now: Instant): readonly PlainRule[] {
  return rules.map(({ groups, zone }) => {
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
    return groups.map(({ filters }) =>
      filters.map(({ property: name, operation }): Test => {
        switch (operation.operationType) {
          case 'ENUMERATION':
            return { op: 'in', name, values: operation.values };
          case 'STRING':
            return { op: 'contains', name, value: operation.value };
          case 'ALL_PROPERTY':
            return { op: 'known', name };
          case 'NUMBER':
            return { op: 'above', name, value: operation.value };
          case 'ROLLING_DATE_RANGE': {
            const { epochMilliseconds } = today.subtract({ days: operation.numberOfDays });
            return { op: 'before', name, value: epochMilliseconds };
          }
          default:
            throw new TypeError(`not in this bench: ${operation.operationType}`);
        }
      }),
    );
  });
}

export type PlainValue = string | number | undefined;
export type PlainContact = Readonly<Record<string, PlainValue>>;

/** Numbers for numbers and dates, small letters for text: what can be compared without help. */
export function plainContact({ properties }: Contact): PlainContact {
  const plain: Record<string, PlainValue> = {};
  for (const name in properties) plain[name] = plainValue(name, properties[name]);
  return plain;
}

export function plainValue(name: string, value: string | undefined): PlainValue {
  if (value === undefined || value === '') return undefined;
  switch (definitions.get(name)?.type) {
    case 'number':
      return Number(value);
    case 'datetime':
      return Date.parse(value);
    case 'enumeration':
      return value;
    default:
      return value.toLowerCase();
  }
}
