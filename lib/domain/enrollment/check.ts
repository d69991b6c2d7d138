import * as v from 'valibot';

/** Every precondition that has a name. The sentence for each lives in i18n under `check`. */
export const CHECK_CODES = [
  'hasAddress',
  'addressValid',
  'ownAddress',
  'alreadyEnrolled',
  'recentlyEnrolled',
  'sequenceAvailable',
  'sequenceHasSteps',
  'sequenceNotPaused',
  'senderEligible',
  'ownerResolved',
  'dailyLimit',
  'perMinuteLimit',
  'suppressed',
  'tokensFilled',
  'coldLead',
  'bulkSize',
  'sameCompany',
  'quietTime',
  'zoneKnown',
] as const;

export const checkSchema = v.object({
  code: v.picklist(CHECK_CODES),
  result: v.picklist(['pass', 'warn', 'block']),
  /** Which variant of the sentence, for example `missing` or `invalid`. */
  reason: v.optional(v.string()),
  /** What the sentence names. Instants are numbers, everything else is text to be shown as text. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** May a person go on all the same? */
  overridable: v.boolean(),
});

export type CheckCode = (typeof CHECK_CODES)[number];
export type Check = Readonly<v.InferOutput<typeof checkSchema>>;
