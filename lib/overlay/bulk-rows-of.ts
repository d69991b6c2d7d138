import type { BulkRow } from '@/components/overlay/bulk-view';
import type { Person } from '@/lib/domain/contact/person';
import type { BulkPreview, BulkPreviewRow } from '@/lib/rpc/bulk-views';
import { personKey } from './person-key';

const WEIGHT: Readonly<Record<BulkPreviewRow['result'], number>> = {
  blocked: 0,
  warned: 1,
  ready: 2,
};

/**
 * The rows of a preview with the people they stand for, those that need attention first. How many are
 * enrolled at once is asked of the person for all of them together and says nothing about one row.
 */
export function bulkRows(preview: BulkPreview, people: readonly Person[]): readonly BulkRow[] {
  return preview.rows
    .flatMap((row, index) => {
      const person = people[index];
      const checks = row.checks.filter(({ code }) => code !== 'bulkSize');
      return person ? [{ ...row, checks, result: resultOf(checks), key: personKey(person) }] : [];
    })
    .sort((a, b) => WEIGHT[a.result] - WEIGHT[b.result]);
}

function resultOf(checks: BulkPreviewRow['checks']): BulkPreviewRow['result'] {
  const stands = checks.filter(({ result }) => result !== 'pass');
  if (stands.some(({ result, overridable }) => result === 'block' || !overridable))
    return 'blocked';
  return stands.length > 0 ? 'warned' : 'ready';
}

export function countRows(
  rows: readonly Pick<BulkRow, 'result'>[],
): Readonly<Record<BulkPreviewRow['result'], number>> {
  const counts = { ready: 0, warned: 0, blocked: 0 };
  for (const { result } of rows) counts[result] += 1;
  return counts;
}
