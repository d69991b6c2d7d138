import * as v from 'valibot';
import { instantSchema } from '@/lib/time/instant';

/** Why an address is never written to. */
export const suppressionReasonSchema = v.picklist([
  'optedOut',
  'bounced',
  'blocked',
  'spamComplaint',
]);

/** One address, or `@domain`, that no sequence writes to, kept under its key (see `addressKey`). */
export const suppressionSchema = v.object({
  address: v.string(),
  reason: suppressionReasonSchema,
  at: instantSchema,
});

export type Suppression = Readonly<v.InferOutput<typeof suppressionSchema>>;
