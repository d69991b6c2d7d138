/** What a column of the file becomes. A property keeps the name that stands behind the colon. */
export type ColumnTarget =
  | 'skip'
  | 'email'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'zone'
  | `property:${string}`;

export interface ImportColumn {
  readonly header: string;
  readonly target: ColumnTarget;
  /** Under which name its values are kept, should they be kept as a property. */
  readonly property: string;
  /** The first few values, to recognize it by. */
  readonly examples: readonly string[];
}

/** A line of the file that could not be taken, and why. */
export interface InvalidLine {
  readonly line: number;
  readonly reason: 'noAddress' | 'badAddress';
  /** What stood in the column of addresses. */
  readonly text: string;
}

/** Contacts from a file, from choosing it to what came of it. */
export type ImportView =
  | { readonly kind: 'empty'; readonly problem?: 'noRows' | 'unreadable' | 'tooLarge' }
  | { readonly kind: 'reading'; readonly file: string }
  | {
      readonly kind: 'ready';
      readonly file: string;
      readonly total: number;
      readonly columns: readonly ImportColumn[];
    }
  | {
      readonly kind: 'running';
      readonly file: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'over';
      readonly file: string;
      /** `stopped`: canceled or without an answer, and the rest was not taken. */
      readonly end: 'finished' | 'canceled' | 'failed';
      readonly done: number;
      readonly total: number;
      readonly added: number;
      readonly updated: number;
      readonly invalid: readonly InvalidLine[];
    };
