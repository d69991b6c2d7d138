import type { Advance } from '@/lib/domain/enrollment/advance';
import { releaseClaim } from '@/lib/store/claims';
import { putEnrollment } from '@/lib/store/enrollments';
import { reserve } from '@/lib/store/limits';
import { addOutboxRow } from '@/lib/store/outbox';
import { countLive } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';

export const ADVANCE_STORES = ['enrollments', 'outbox', 'limits', 'claims', 'sequences'] as const;

/** Writes what `advance` decided: the enrollment, its next effect, and the contact's freedom. */
export async function writeAdvance(
  tx: WriteTx<(typeof ADVANCE_STORES)[number]>,
  { enrollment, row, ended }: Advance,
): Promise<void> {
  await putEnrollment(tx, enrollment);
  if (row !== undefined) {
    await addOutboxRow(tx, row);
    await reserve(tx, row.senderId, row.dueAt);
  }
  if (ended) {
    await releaseClaim(tx, enrollment);
    await countLive(tx, enrollment.sequenceId, -1);
  }
}
