import * as v from 'valibot';
import { sequenceIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';
import { accessSchema, userKeySchema } from './access';
import { sequenceSettingsSchema } from './settings';
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
  settings: sequenceSettingsSchema,
  access: accessSchema,
  /** Who made it, see `User`. */
  owner: userKeySchema,
  state: v.picklist(['active', 'archived', 'deleted']),
  createdAt: instantSchema,
});

export type Sequence = Readonly<v.InferOutput<typeof sequenceSchema>>;
