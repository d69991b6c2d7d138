import type { OperatorChoice } from '@/components/options/workflow/workflow-choices';
import { OPERATORS, type OperationType } from '@/lib/domain/workflow/operation';
import { fitsProperty } from '@/lib/domain/workflow/operators';
import type { PropertyDefinition } from '@/lib/domain/workflow/property-definition';

/** What is asked most first; of everybody's, whether there is a value and when it changed, last. */
const ORDER = [
  'STRING',
  'MULTISTRING',
  'ENUMERATION',
  'BOOL',
  'NUMBER',
  'NUMBER_RANGED',
  'ROLLING_DATE_RANGE',
  'CALENDAR_DATE',
  'DATE',
  'DATETIME',
  'RANGED_DATE',
  'ALL_PROPERTY',
  'ROLLING_PROPERTY_UPDATED',
] as const satisfies readonly OperationType[];

/** Every comparison that fits a property; all of them where nobody knows what its values are. */
export function operatorsFor(
  definition: PropertyDefinition | undefined,
): readonly OperatorChoice[] {
  return ORDER.filter((type) => fitsProperty(type, definition)).flatMap((operationType) =>
    OPERATORS[operationType].map((operator) => ({ operationType, operator })),
  );
}
