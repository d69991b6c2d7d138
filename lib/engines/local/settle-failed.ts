import { advance } from '@/lib/domain/enrollment/advance';
import { isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { unreserveFor } from '@/lib/store/limits';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { getSequence } from '@/lib/store/sequences';
import type { EngineDeps } from './deps';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [...ADVANCE_STORES, 'sequenceVersions'] as const;

/**
 * Parks a row for good with its reason. `failed`: the enrollment fails with it. `dropped`: the
 * enrollment had ended, so the email was not wanted any more.
 */
export async function settleFailed(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  key: OutboxRow['key'],
  why: { readonly kind: 'failed' | 'dropped'; readonly code: string },
): Promise<void> {
  const tx = (await deps.connection.get()).transaction([...STORES], 'readwrite');
  const found = await getOutboxRow(tx, key);
  if (found === undefined || found.wakeAt === undefined) return;
  const now = deps.clock.now();
  const { wakeAt: _final, waiting: _over, ...row } = found;
  const enrollment = await getEnrollment(tx, row.enrollmentId);
  if (why.kind === 'dropped' && enrollment && isLive(enrollment)) {
    // Taken back while its email was being dropped: the email is wanted again, in a new draft.
    const { draftId: _gone, handedOverAt: _never, ...again } = row;
    await putOutboxRow(tx, { ...again, state: 'due', wakeAt: now });
    await tx.done;
    return;
  }
  await putOutboxRow(tx, { ...row, state: 'failed', failedAt: now, failure: why.code });
  await unreserveFor(tx, row);
  const sequence =
    enrollment && (await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion));
  if (why.kind === 'failed' && enrollment && sequence) {
    await writeAdvance(
      tx,
      advance(enrollment, sequence, { kind: 'stepFailed', code: why.code }, now, EMPTY_CALENDAR),
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
