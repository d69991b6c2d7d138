/** A property's values so far, each as its choices; a text or a number is one choice. */
export type History = readonly (readonly string[])[];

/**
 * A contact as filters read it: every value parsed once, in the place that the compiled filters know.
 * What has no value, or none of its type, is `undefined` or `NaN`.
 */
export interface Slots {
  readonly texts: readonly (string | undefined)[];
  /** Numbers, days, instants, 1 or 0 for yes or no, and the number of a choice. */
  readonly numbers: readonly number[];
  readonly choices: readonly (readonly string[] | undefined)[];
  readonly histories: readonly (History | undefined)[];
}

/** The same while it is filled. */
export interface SlotsDraft {
  readonly texts: (string | undefined)[];
  readonly numbers: number[];
  readonly choices: (readonly string[] | undefined)[];
  readonly histories: (History | undefined)[];
}
