import { advance } from '@/lib/domain/enrollment/advance';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { unreserve } from '@/lib/store/limits';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { getSequence } from '@/lib/store/sequences';
import type { EngineDeps } from './deps';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [...ADVANCE_STORES, 'sequenceVersions', 'journal'] as const;

/**
 * Parks a row for good with its reason. `failed`: the enrollment fails with it. `dropped`: the
 * enrollment had ended, so the email was not wanted any more.
 */
export async function settleFailed(
  deps: EngineDeps,
  key: OutboxRow['key'],
  why: { readonly kind: 'failed' | 'dropped'; readonly code: string },
): Promise<void> {
  const tx = (await deps.connection.get()).transaction([...STORES], 'readwrite');
  const found = await getOutboxRow(tx, key);
  if (found === undefined || found.wakeAt === undefined) return;
  const now = deps.clock.now();
  const { wakeAt: _final, waiting: _over, ...row } = found;
  await putOutboxRow(tx, { ...row, state: 'failed', failure: why.code });
  await unreserve(tx, row.senderId, row.dueAt);
  const enrollment = await getEnrollment(tx, row.enrollmentId);
  const sequence =
    enrollment && (await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion));
  if (why.kind === 'failed' && enrollment && sequence) {
    await writeAdvance(
      tx,
      advance(enrollment, sequence, { kind: 'stepFailed', code: why.code }, now),
    );
  }
  await appendJournal(tx, {
    at: now,
    code: why.kind === 'failed' ? 'stepFailed' : 'stepDropped',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: row.senderId,
    params: { step: row.stepIndex + 1, reason: why.code },
  });
  await tx.done;
  deps.changed();
}
