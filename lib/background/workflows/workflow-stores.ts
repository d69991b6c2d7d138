import { FACT_STORES } from '@/lib/background/enrolling/shared-facts';
import { ENROLL_STORES } from '@/lib/background/enrolling/write-enrollment';
import { CHANGE_STORES } from '@/lib/engines/local/change-enrollment';
import type { WriteTx } from '@/lib/store/transaction';

/** What entering and leaving workflows reads and writes. */
export const LOOK_STORES = [
  'contacts',
  'journal',
  'workflows',
  'workflowRevisions',
  'workflowRuns',
  'workflowEvents',
  'workflowScans',
  'workflowMembers',
] as const;

/** What their actions read and write besides. */
export const RUN_STORES = [
  ...new Set([
    ...LOOK_STORES,
    ...FACT_STORES,
    ...ENROLL_STORES,
    ...CHANGE_STORES,
    'tasks',
  ] as const),
];

export type LookTx = WriteTx<(typeof LOOK_STORES)[number]>;
export type RunTx = WriteTx<(typeof RUN_STORES)[number]>;
