import * as v from 'valibot';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import { type EnrollmentId, senderIdSchema, sequenceIdSchema } from '@/lib/domain/ids';
import { type Instant, instantSchema } from '@/lib/time/instant';
import { CHECK_CODES, type CheckCode } from './check';

/** What is chosen once for all contacts of a bulk enrollment. */
export const bulkChoicesSchema = v.object({
  sequenceId: sequenceIdSchema,
  senderId: senderIdSchema,
  from: v.optional(emailAddressSchema),
  /** Counted from 1. */
  startStep: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 1),
  sendAt: v.optional(instantSchema),
  placeholders: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(1_000))), {}),
  /** Warnings the person has seen and accepted. */
  accepted: v.optional(v.array(v.picklist(CHECK_CODES)), []),
  /** The number that a person typed, where one is asked for; `size` where a click is enough. */
  confirmed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

export type BulkChoices = v.InferOutput<typeof bulkChoicesSchema>;

/** What became of one contact of a bulk. */
export type BulkOutcome =
  | { readonly kind: 'enrolled'; readonly enrollmentId: EnrollmentId; readonly firstAt: Instant }
  /** The codes that stood against it, blocks first. */
  | { readonly kind: 'refused'; readonly codes: readonly CheckCode[] }
  /** Unenrolled, paused or resumed, as asked. */
  | { readonly kind: 'changed' }
  /** Had ended before, or was in no state to be changed so. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'canceled' };
