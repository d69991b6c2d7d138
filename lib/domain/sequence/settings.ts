import * as v from 'valibot';
import { minuteOfDaySchema } from '@/lib/time/local-date';

/**
 * On which days steps may run. `weekdays` is Monday to Friday; `businessDays` leaves out public
 * holidays of the contact's country as well. Own closed days count for both.
 */
export const eligibleDaysSchema = v.picklist(['businessDays', 'weekdays', 'everyDay']);

export type EligibleDays = v.InferOutput<typeof eligibleDaysSchema>;

/** When emails may leave, by the clock of the enrollment's zone. The end itself is outside. */
export const sendWindowSchema = v.pipe(
  v.object({
    start: minuteOfDaySchema,
    end: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440)),
  }),
  v.check(({ start, end }) => start < end, 'expected a window that ends after it starts'),
);

export type SendWindow = v.InferOutput<typeof sendWindowSchema>;

/** Whom an event takes out of the sequence: nobody, who caused it, or everybody at their company. */
export const exitScopeSchema = v.picklist(['off', 'contact', 'company']);

export type ExitScope = v.InferOutput<typeof exitScopeSchema>;

/** Exits that a sequence may switch. Opt-outs and bounces always end. Source: `hubspot.md` 1.5. */
export const exitsSchema = v.object({ reply: exitScopeSchema, meeting: exitScopeSchema });

export type Exits = Readonly<v.InferOutput<typeof exitsSchema>>;

/** How a sequence behaves, besides its steps. */
export const sequenceSettingsSchema = v.object({
  days: eligibleDaysSchema,
  window: sendWindowSchema,
  /** Follow-ups answer the first email in its thread; the first subject wins. */
  threading: v.boolean(),
  /** Adds a line and a `List-Unsubscribe` header to every email. */
  unsubscribe: v.boolean(),
  /** Somebody who was in this sequence less than so many days ago is enrolled only knowingly. */
  coolOffDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  /** What a running enrollment of somebody at the same company means. */
  sameCompany: v.picklist(['warn', 'block', 'allow']),
  exits: exitsSchema,
  /**
   * What is late leaves in the next window; what is more than so many days late asks first. The
   * computer may have slept that long.
   */
  askWhenLateDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
});

export type SequenceSettings = Readonly<v.InferOutput<typeof sequenceSettingsSchema>>;

/** What a new sequence starts with: business days, eight to six. */
export const DEFAULT_SEQUENCE_SETTINGS: SequenceSettings = {
  days: 'businessDays',
  window: { start: 8 * 60, end: 18 * 60 },
  threading: true,
  unsubscribe: true,
  coolOffDays: 0,
  sameCompany: 'warn',
  exits: { reply: 'contact', meeting: 'contact' },
  askWhenLateDays: 3,
};
