/**
 * What mail programs and people write in one language, as far as noticing answers needs it. Case,
 * accents and the kind of apostrophe do not matter; see `fold`.
 */
export interface Phrases {
  /** Programs put it in front of the subject of an automatic answer. */
  readonly automatic: readonly string[];
  /** People put it in front of the subject of an absence note. */
  readonly away: readonly string[];
  /** Says that the writer is away. Looked for only in mail that bears the marks of a machine. */
  readonly absent: readonly string[];
  /** Says that nobody will ever answer from this address. As above. */
  readonly left: readonly string[];
  /** Says that a message has come in. Together with `automatic` this is no absence. */
  readonly received: readonly string[];
  /** Asks not to be written to. */
  readonly optOut: readonly string[];
  /** Stands before the day on which somebody is back. One of up to three letters: right before. */
  readonly backOn: readonly string[];
  /** Stands before the last day of an absence. Likewise. */
  readonly until: readonly string[];
  /** Stands before the first day of an absence. Likewise. */
  readonly from: readonly string[];
  /** Stand after the day instead. */
  readonly backAfter?: readonly string[];
  readonly untilAfter?: readonly string[];
  /** How a calendar begins the subject of an answer to an invitation. */
  readonly accepted: readonly string[];
  readonly declined: readonly string[];
  readonly tentative: readonly string[];
  /** For month names as the browser knows them. */
  readonly locales: readonly string[];
  /** Monday first; where the browser's names are not what stands in a sentence. */
  readonly weekdays?: readonly string[];
}
