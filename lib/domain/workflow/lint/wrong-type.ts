import { fitsProperty } from '@/lib/domain/workflow/operators';
import type { LintRule, Objection } from './lint-rule';

/** A comparison that values of this property cannot answer: the text of a date, the sum of a name. */
export const wrongType: LintRule<'wrongType'> = {
  code: 'wrongType',
  severity: 'error',
  stops: 'save',
  find: ({ draft: { trigger }, facts: { definitions }, filters }) => {
    const asked = filters.map(({ filter: { property, operation }, place }) => ({
      property,
      place,
      operationType: operation.operationType,
    }));
    const objections = asked.flatMap(({ property, place, operationType }): Objection[] => {
      const definition = definitions.get(property);
      // Of an unknown one another rule speaks.
      if (definition === undefined || fitsProperty(operationType, definition)) return [];
      return [{ place, params: { property, type: definition.type, operationType } }];
    });
    if (trigger.kind !== 'schedule' || trigger.schedule.type !== 'PROPERTY_BASED')
      return objections;
    const { dateProperty: property, type: operationType } = trigger.schedule;
    const definition = definitions.get(property);
    if (definition === undefined || definition.guessed) return objections;
    if (definition.type === 'date' || definition.type === 'datetime') return objections;
    const params = { property, type: definition.type, operationType };
    return [...objections, { place: 'trigger.schedule.dateProperty', params }];
  },
};
