/**
 * Everything that lint may say about a workflow. Errors forbid saving or switching on; a warning
 * asks for a reason at switch-on. The sentence for each lives in i18n under `finding`.
 *
 * | code | severity | when | params |
 * |---|---|---|---|
 * | noActions | error | switch-on | |
 * | unknownProperty | error | save | property |
 * | wrongType | error | save | property, type, operationType |
 * | badValue | error | save | property, value |
 * | readOnlyProperty | error | save | property |
 * | unknownZone | error | save | zone |
 * | tooManyFilters | error | save | filters, limit |
 * | tooDeep | error | save | limit (branches inside branches) |
 * | duplicateAction | error | save | |
 * | sequenceMissing | error | switch-on | |
 * | sequenceArchived | error | switch-on | sequence |
 * | senderMissing | error | switch-on | |
 * | senderIneligible | error | switch-on | address, reason |
 * | onlyWaits | warn (nothing is done) | switch-on | |
 * | ownProperty | warn (loop) | switch-on | property |
 * | tooMany | warn | switch-on | matched, limit |
 * | coldLeads | warn | switch-on | cold, matched |
 * | impersonal | warn | switch-on | properties |
 * | placeholders | warn | switch-on | sequence, tokens |
 * | fights | warn | switch-on | workflow |
 * | neverEnds | warn | switch-on | property |
 */
export const FINDING_CODES = [
  'noActions',
  'unknownProperty',
  'wrongType',
  'badValue',
  'readOnlyProperty',
  'unknownZone',
  'tooManyFilters',
  'tooDeep',
  'duplicateAction',
  'sequenceMissing',
  'sequenceArchived',
  'senderMissing',
  'senderIneligible',
  'onlyWaits',
  'ownProperty',
  'tooMany',
  'coldLeads',
  'impersonal',
  'placeholders',
  'fights',
  'neverEnds',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing that lint found, and where. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warn';
  /** Must be mended before it can be kept at all, or only before it is switched on. */
  readonly stops: 'save' | 'switchOn';
  /**
   * Where, as a path into the draft: `trigger.groups.0.filters.2`, `actions.1.sender`,
   * `settings.zone`; empty for the whole.
   */
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}
