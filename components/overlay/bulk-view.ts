import type { Check } from '@/lib/domain/enrollment/check';
import type { BulkPreview, BulkPreviewRow } from '@/lib/rpc/bulk-views';
import type { FailureCode } from '@/lib/rpc/failure';
import type { Instant } from '@/lib/time/instant';

export interface BulkRow extends BulkPreviewRow {
  readonly key: string;
}

/** What the bulk popover shows before anything is enrolled. */
export interface BulkView {
  /** How many are meant, those left out not counted. */
  readonly chosen: number;
  readonly leftOut: number;
  /** How many the page says are selected, where that is more than could be read. */
  readonly unread?: { readonly shown: number; readonly read: number };
  /** More were selected than one go may hold. */
  readonly isCut: boolean;
  readonly preview?: BulkPreview;
  /** Counted from 1. */
  readonly startStep: number;
  readonly sendAt: Instant | undefined;
  readonly placeholders: Readonly<Record<string, string>>;
  /** Blocked first, then those that need a look, then the rest. */
  readonly rows: readonly BulkRow[];
  readonly counts: Readonly<Record<BulkPreviewRow['result'], number>>;
  readonly acceptsWarned: boolean;
  /** How many a click on the button enrolls. */
  readonly enrolls: number;
  /** Asks once more before so many are enrolled. */
  readonly isConfirming: boolean;
  readonly typed: string;
  readonly isRefreshing: boolean;
  readonly isStarting: boolean;
  readonly failure?: FailureCode;
  /** Why the last start was refused. */
  readonly refused: readonly Check[];
}
