import type { SequenceId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';

/** One sequence of the list. */
export interface SequenceLine {
  readonly id: SequenceId;
  readonly name: string;
  readonly version: number;
  readonly steps: number;
  /** How many are in it now. */
  readonly live: number;
  readonly paused: boolean;
  readonly archived: boolean;
  readonly access: 'private' | 'everyone' | 'specific';
  /** The address of its owner; absent when it is the rep's own. */
  readonly owner?: string;
  readonly lastUsedAt?: Instant;
}

/** What of the list is looked for. */
export interface SequenceFilter {
  readonly text: string;
  readonly archived: boolean;
}

export type SequenceAction = 'archive' | 'restore' | 'delete' | 'pause' | 'resume';
