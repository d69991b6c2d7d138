import * as v from 'valibot';
import { stepIdSchema } from '@/lib/domain/ids';

/**
 * How long to wait after the previous step ran. Days are calendar days in the contact's zone and
 * keep the clock time; minutes are elapsed time. The first step's delay is zero.
 */
export const delaySchema = v.object({
  days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60)),
});

export type Delay = v.InferOutput<typeof delaySchema>;

/** An email that leaves by itself. Subject and body are templates, see `domain/message`. */
export const automatedEmailSchema = v.object({
  id: stepIdSchema,
  kind: v.literal('automatedEmail'),
  delay: delaySchema,
  subject: v.pipe(v.string(), v.maxLength(998)),
  body: v.pipe(v.string(), v.maxLength(100_000)),
});

export type AutomatedEmail = Readonly<v.InferOutput<typeof automatedEmailSchema>>;

/** One step of a sequence. Task steps join this union with the local engine's issue. */
export const stepSchema = v.variant('kind', [automatedEmailSchema]);

export type Step = Readonly<v.InferOutput<typeof stepSchema>>;
