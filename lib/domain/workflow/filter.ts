import * as v from 'valibot';
import { operationSchema } from './operation';

export const propertyNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** One condition on one property of the contact. */
export const filterSchema = v.object({
  filterType: v.literal('PROPERTY'),
  property: propertyNameSchema,
  operation: operationSchema,
});

export type Filter = Readonly<v.InferOutput<typeof filterSchema>>;

/** As many filters as all groups of a trigger may hold. Source: `hubspot.md` 4.6. */
export const MAX_FILTERS = 250;

/** Filters in a group are AND. A group without filters holds for everybody. */
const filterGroupSchema = v.object({
  filters: v.pipe(v.array(filterSchema), v.maxLength(MAX_FILTERS), v.readonly()),
});

/** Groups are OR; no group at all holds for everybody. */
export const filterGroupsSchema = v.pipe(
  v.array(filterGroupSchema),
  v.maxLength(MAX_FILTERS),
  v.check(
    (groups) => groups.reduce((sum, { filters }) => sum + filters.length, 0) <= MAX_FILTERS,
    'expected at most 250 filters in all groups',
  ),
  v.readonly(),
);

export type FilterGroup = Readonly<v.InferOutput<typeof filterGroupSchema>>;
export type FilterGroups = Readonly<v.InferOutput<typeof filterGroupsSchema>>;
