import type { Contact } from '@/lib/domain/contact/contact';
import { compileRules } from './compile-rules';
import type { Filter, FilterGroups } from './filter';
import type { FilterEnv } from './holds';
import type { Operation } from './operation';
import { propertyValue } from './property-value';

export interface FilterExplanation {
  readonly property: string;
  readonly operation: Operation;
  /** As it is stored; none when it is unknown. */
  readonly value?: string;
  readonly passed: boolean;
}

export interface GroupExplanation {
  readonly passed: boolean;
  readonly filters: readonly FilterExplanation[];
}

/**
 * What every filter of every group found, none left out because another had decided already.
 *
 * @example explainFilters(groups, contact, env)[0].filters[0].value // 'SaaS'
 */
export function explainFilters(
  groups: FilterGroups,
  contact: Contact,
  { definitions, zone, now }: FilterEnv,
): readonly GroupExplanation[] {
  const alone = groups.flatMap(({ filters }) =>
    filters.map((filter) => ({ groups: [{ filters: [filter] }], zone })),
  );
  const rules = compileRules(alone, definitions);
  const slots = rules.slotsOf(contact);
  let rule = 0;
  const explain = ({ property, operation }: Filter): FilterExplanation => {
    const value = propertyValue(contact, property);
    const passed = rules.holds(rule++, slots, now);
    return { property, operation, ...(value !== undefined && { value }), passed };
  };
  return groups.map(({ filters }) => {
    const explained = filters.map(explain);
    return { passed: explained.every(({ passed }) => passed), filters: explained };
  });
}
