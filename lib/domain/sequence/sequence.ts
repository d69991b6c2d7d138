import * as v from 'valibot';
import { sequenceIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { stepSchema } from './step';

/**
 * One version of a sequence. An edit makes the next version; enrollments keep the one they began
 * with, so versions are never changed in place.
 */
export const sequenceSchema = v.object({
  id: sequenceIdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  steps: v.pipe(v.array(stepSchema), v.maxLength(50)),
  /** Follow-ups answer the first email in its thread; the first subject wins. */
  threading: v.boolean(),
  state: v.picklist(['active', 'archived']),
  createdAt: instantSchema,
});

export type Sequence = Readonly<v.InferOutput<typeof sequenceSchema>>;
