import type { Contact } from '@/lib/domain/contact/contact';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { compileRules } from './compile-rules';
import type { FilterGroups } from './filter';
import type { PropertyDefinitions } from './property-definition';

/** What filters are read against, besides the contact. */
export interface FilterEnv {
  readonly definitions: PropertyDefinitions;
  readonly zone: Zone;
  readonly now: Instant;
}

/**
 * Do the groups hold for one contact? For many contacts or many rules: `compileRules`.
 *
 * @example holds([], contact, env) // true: no criteria, everybody
 */
export function holds(groups: FilterGroups, contact: Contact, env: FilterEnv): boolean {
  const rules = compileRules([{ groups, zone: env.zone }], env.definitions);
  return rules.holds(0, rules.slotsOf(contact), env.now);
}
