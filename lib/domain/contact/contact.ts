import * as v from 'valibot';
import { contactIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { zoneSchema } from '@/lib/time/zone';
import { emailAddressSchema } from './email-address';
import { siteRefSchema } from './person';

/** What a property was before: distinct values, newest first, at most `PAST_VALUES`. */
export const pastSchema = v.object({
  /** When the property last changed. */
  at: instantSchema,
  values: v.array(v.string()),
});

export type Past = Readonly<v.InferOutput<typeof pastSchema>>;

/** As many earlier values as "has ever been" looks back on. */
export const PAST_VALUES = 20;

/** A person we know, keyed by id. The first address is the one that is written to. */
export const contactSchema = v.object({
  id: contactIdSchema,
  name: v.string(),
  emails: v.array(emailAddressSchema),
  company: v.optional(v.string()),
  zone: v.optional(zoneSchema),
  properties: v.record(v.string(), v.string()),
  /** By property, for those that have changed since we know the contact. */
  past: v.optional(v.record(v.string(), pastSchema)),
  refs: v.array(siteRefSchema),
  /** When a list import brought the contact, if one did. */
  importedAt: v.optional(instantSchema),
  /** When the contact last answered or met us. */
  engagedAt: v.optional(instantSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

export type Contact = Readonly<v.InferOutput<typeof contactSchema>>;
