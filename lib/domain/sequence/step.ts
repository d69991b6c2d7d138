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

/** What an email says. Both are templates, see `domain/message`. */
const email = {
  subject: v.pipe(v.string(), v.maxLength(998)),
  body: v.pipe(v.string(), v.maxLength(100_000)),
};

/** Another text of the same email; the step's own text is variant A. */
export const variantSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  ...email,
  /** Percent of contacts who get this one; A gets what is left of 100. */
  share: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
});

export type Variant = Readonly<v.InferOutput<typeof variantSchema>>;

/** An email that leaves by itself. */
export const automatedEmailSchema = v.object({
  id: stepIdSchema,
  kind: v.literal('automatedEmail'),
  delay: delaySchema,
  ...email,
  /** Which of them a contact gets is fixed by who they are. Absent: everybody gets A. */
  variants: v.optional(
    v.pipe(
      v.array(variantSchema),
      v.minLength(1),
      v.maxLength(4),
      v.check((all) => sharesOf(all) < 100, 'expected shares that leave something for variant A'),
    ),
  ),
});

function sharesOf(variants: readonly Variant[]): number {
  return variants.reduce((sum, { share }) => sum + share, 0);
}

export type AutomatedEmail = Readonly<v.InferOutput<typeof automatedEmailSchema>>;

export const prioritySchema = v.picklist(['none', 'low', 'medium', 'high']);

export type Priority = v.InferOutput<typeof prioritySchema>;

/** What every step has that a person carries out. Source: `hubspot.md` 1.3 and 1.4. */
const taskFields = {
  id: stepIdSchema,
  delay: delaySchema,
  /** A template, like an email's subject. */
  title: v.pipe(v.string(), v.maxLength(200)),
  note: v.pipe(v.string(), v.maxLength(5_000)),
  priority: prioritySchema,
  /** Eligible days after the step ran on which the task is due; 0 is the same day. */
  dueInDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(90)),
  /** Reminds so many minutes before the task is due; absent: never. */
  remindMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 1_440))),
  /** The next step's delay begins when the task is done, instead of when it was made. */
  hold: v.boolean(),
};

/** An email that the rep sends from a compose window that is filled in for them. */
export const manualEmailSchema = v.object({
  kind: v.literal('manualEmail'),
  ...taskFields,
  ...email,
});

export type ManualEmail = Readonly<v.InferOutput<typeof manualEmailSchema>>;

const plainTask = <const Kind extends string>(kind: Kind) =>
  v.object({ kind: v.literal(kind), ...taskFields });

const plainTaskSchemas = [
  plainTask('callTask'),
  plainTask('generalTask'),
  plainTask('linkedInConnect'),
  plainTask('linkedInMessage'),
] as const;

/** A step that a person carries out. */
export const taskStepSchema = v.variant('kind', [manualEmailSchema, ...plainTaskSchemas]);

export type TaskStep = Readonly<v.InferOutput<typeof taskStepSchema>>;

/** One step of a sequence. Source: `hubspot.md` 1.3. */
export const stepSchema = v.variant('kind', [
  automatedEmailSchema,
  manualEmailSchema,
  ...plainTaskSchemas,
]);

export type Step = Readonly<v.InferOutput<typeof stepSchema>>;

export type StepKind = Step['kind'];

/**
 * Is this step carried out by a person? Everything else leaves by itself.
 *
 * @example isTaskStep(step) // true for a call, false for an automated email
 */
export function isTaskStep(step: Step): step is TaskStep {
  return step.kind !== 'automatedEmail';
}
