import * as v from 'valibot';
import { contactIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { zoneSchema } from '@/lib/time/zone';
import { emailAddressSchema } from './email-address';
import { siteRefSchema } from './person';

/** A person we know, keyed by id. The first address is the one that is written to. */
export const contactSchema = v.object({
  id: contactIdSchema,
  name: v.string(),
  emails: v.array(emailAddressSchema),
  company: v.optional(v.string()),
  zone: v.optional(zoneSchema),
  properties: v.record(v.string(), v.string()),
  refs: v.array(siteRefSchema),
  /** When a list import brought the contact, if one did. */
  importedAt: v.optional(instantSchema),
  /** When the contact last answered or met us. */
  engagedAt: v.optional(instantSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

export type Contact = Readonly<v.InferOutput<typeof contactSchema>>;
