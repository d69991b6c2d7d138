import type { OperationType } from '@/lib/domain/workflow/operation';
import type { PropertyDefinition, PropertyType } from '@/lib/domain/workflow/property-definition';

const ANY: readonly PropertyType[] = [
  'string',
  'number',
  'bool',
  'enumeration',
  'date',
  'datetime',
];
const TIMES: readonly PropertyType[] = ['date', 'datetime'];

const FITS: Readonly<Record<OperationType, readonly PropertyType[]>> = {
  ALL_PROPERTY: ANY,
  STRING: ['string'],
  MULTISTRING: ['string'],
  NUMBER: ['number'],
  NUMBER_RANGED: ['number'],
  BOOL: ['bool'],
  ENUMERATION: ['enumeration'],
  DATE: TIMES,
  DATETIME: TIMES,
  RANGED_DATE: TIMES,
  ROLLING_DATE_RANGE: TIMES,
  ROLLING_PROPERTY_UPDATED: ANY,
  CALENDAR_DATE: TIMES,
};

/** May this kind of operation ask this property? */
export function fitsType(operation: OperationType, { type, guessed }: PropertyDefinition): boolean {
  return guessed === true || FITS[operation].includes(type);
}
