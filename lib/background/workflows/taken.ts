import type { Ids } from '@/lib/domain/ids';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/store/schema';
import type { Instant } from '@/lib/time/instant';
import type { WorkflowLibrary } from './workflow-library';

/** What one batch of work for workflows became. */
export type Taken =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'done';
      /** Did anything change that a surface shows? */
      readonly changed: boolean;
      /** When the first email of somebody who was enrolled is due. */
      readonly dueAt?: Instant;
    };

export const IDLE: Taken = { kind: 'idle' };

/** What a batch works with; read before its transaction. */
export interface Batch {
  readonly database: Database;
  readonly library: WorkflowLibrary;
  readonly settings: Settings;
  readonly ids: Ids;
  readonly now: Instant;
  /** How many rows at once. */
  readonly size: number;
}
