import type { BulkOutcome } from '@/lib/domain/enrollment/bulk';
import type { BulkProgress } from '@/lib/rpc/bulk-views';

/** How many of a bulk came to what. */
export function countOutcomes({
  rows,
}: BulkProgress): Readonly<Record<BulkOutcome['kind'], number>> {
  const counts = { enrolled: 0, refused: 0, changed: 0, unchanged: 0, canceled: 0 };
  for (const { outcome } of rows) if (outcome) counts[outcome.kind] += 1;
  return counts;
}
