import * as v from 'valibot';
import { enrollmentIdSchema, senderIdSchema } from '@/lib/domain/ids';
import { awaySchema } from '@/lib/domain/sender/sender';
import { ANYWHERE, message, OWN_PAGES } from './define';
import type { RetryOutcome, SkipOutcome } from './views';

/** Messages about when things run: pausing everything, days off, what came late, what failed. */
export const timeMessages = {
  /** Nothing leaves until `paused` is false again; nothing is lost, and enrolling stays possible. */
  'engine.pauseAll': message<void>()({
    from: OWN_PAGES,
    input: v.object({ paused: v.boolean() }),
  }),
  /** The rep has read what was done after a long absence. */
  'engine.dismissCatchUp': message<void>()({ from: OWN_PAGES, input: v.object({}) }),
  /** All days off of a sender; replaces those before. */
  'sender.away': message<void>()({
    from: OWN_PAGES,
    input: v.object({
      senderId: senderIdSchema,
      away: v.pipe(v.array(awaySchema), v.maxLength(100)),
    }),
  }),
  /** Goes on without the step that would run next. */
  'enrollment.skip': message<SkipOutcome>()({
    from: ANYWHERE,
    input: v.object({ enrollmentId: enrollmentIdSchema }),
  }),
  /** Tries once more what failed before anything was handed over. */
  'outbox.retry': message<RetryOutcome>()({
    from: OWN_PAGES,
    input: v.object({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(512)) }),
  }),
} as const;
