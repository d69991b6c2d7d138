import * as v from 'valibot';
import { holds } from '@/lib/domain/workflow/holds';
import { operationSchema } from '@/lib/domain/workflow/operation';
import type { PropertyDefinition, PropertyType } from '@/lib/domain/workflow/property-definition';
import { aContact, NOW, zone } from './builders';
import { aFilter, groupsOf } from './workflow-builders';

/** One property of each type, called after it. */
export const TYPES: readonly PropertyType[] = [
  'string',
  'number',
  'bool',
  'enumeration',
  'date',
  'datetime',
];
export const definitions = new Map(
  TYPES.map((type): [string, PropertyDefinition] => [type, { name: type, type }]),
);

/** NOW is Tuesday 2026-11-24, 09:00 in Warsaw. */
export const WARSAW = zone('Europe/Warsaw');

interface Question {
  readonly is?: string | undefined;
  /** What the property was before, newest first. */
  readonly was?: readonly string[];
  readonly changedAt?: number;
}

/** Does a contact with this value pass? */
export function passes(
  property: string,
  operation: object,
  { is, was, changedAt }: Question,
): boolean {
  const contact = aContact({
    properties: is === undefined ? {} : { [property]: is },
    ...(was && { past: { [property]: { at: changedAt ?? NOW, values: [...was] } } }),
  });
  const groups = groupsOf([aFilter(property, v.parse(operationSchema, operation))]);
  return holds(groups, contact, { definitions, zone: WARSAW, now: NOW });
}
