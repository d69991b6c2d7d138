/** What can be done to many at once. */
export type BulkAction = 'unenroll' | 'pause' | 'resume';

/** How a change of many stands. */
export interface BulkView {
  readonly action: BulkAction | 'restore';
  readonly state: 'running' | 'canceled' | 'finished';
  readonly total: number;
  readonly done: number;
  readonly changed: number;
  /** Had ended before, or could not be changed so. */
  readonly unchanged: number;
  /** Not begun, because it was canceled. */
  readonly canceled: number;
  /** For how long all of it can be taken back, in whole seconds. */
  readonly secondsLeft?: number;
}
