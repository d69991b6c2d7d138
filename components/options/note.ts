/** What came of the last click, in a sentence. */
export interface Note {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
}
