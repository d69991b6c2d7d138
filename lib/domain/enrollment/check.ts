import * as v from 'valibot';

/**
 * Every precondition that has a name. The sentence for each lives in i18n under `check`, one per
 * reason and one for `pass`. Params in brackets may be missing; `pass` carries them where marked +.
 *
 * | code | warns with | blocks with | params |
 * |---|---|---|---|
 * | hasAddress | | missing, foreign (not one of the contact's) | address+ (foreign) |
 * | addressValid | role | invalid | address |
 * | ownAddress | | own | address |
 * | alreadyEnrolled | | held | sequence, step, steps, owner |
 * | recentlyEnrolled | sequence (same one), any | | sequence, days (ago), limit (days) |
 * | sequenceAvailable | | missing, deleted, archived, notShared | sequence+ (not: missing) |
 * | sequenceHasSteps | | empty | sequence; steps+ |
 * | sequenceNotPaused | | paused | sequence |
 * | senderEligible | offline | none, unchosen, noSeat, shared, notItsAddress, expired, revoked | address+ (mailbox; not: none, unchosen), from (notItsAddress) |
 * | ownerResolved | | noAddress, noSender | property, address (noSender) |
 * | dailyLimit | | full | used+, limit+, [free] (instant) |
 * | perMinuteLimit | | full | limit+; at+ (instant planned, pass only) |
 * | suppressed | | optedOut, bounced, blocked, spamComplaint | address (or `@domain`) |
 * | tokensFilled | | missing (no value, no fallback), placeholders (typed by nobody) | tokens (a list) |
 * | coldLead | cold (a person asks) | cold (a workflow) | days (ago), limit (days) |
 * | bulkSize | confirm | typeNumber, tooMany (a workflow) | size+ |
 * | sameCompany | colleague | colleague | name, sequence |
 * | quietTime | window, weekend, holiday, closed | tooFar (`sendAt` is too far ahead) | at (instant), [sendAt] (instant offered), zone, holiday (holiday), limit (days, tooFar) |
 * | zoneKnown | sender | | zone+ |
 */
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
