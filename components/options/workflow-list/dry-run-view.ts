import type { DryRunContact } from '@/lib/rpc/workflow-views';

/** How far a dry run is and what it has found so far. */
export interface DryRunView {
  readonly state: 'idle' | 'running' | 'canceled' | 'failed' | 'done';
  readonly checked: number;
  readonly matched: number;
  /** Imported leads among them who never answered. */
  readonly cold: number;
  readonly sample: readonly DryRunContact[];
}

/** What each action is called, by its id. */
export type ActionLabels = ReadonlyMap<string, string>;
