import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { mayRetry } from '@/lib/domain/enrollment/may-retry';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { RetryOutcome } from '@/lib/engines/engine';
import { getEnrollment, putEnrollment } from '@/lib/store/enrollments';
import { reserve } from '@/lib/store/limits';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { getSequence, getSequenceHead } from '@/lib/store/sequences';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { CHANGE_STORES, type ChangeTx, noteChange } from './change-enrollment';
import type { EngineDeps } from './deps';
import { holdAgain } from './hold-again';

/** Tries a parked effect once more in one transaction, see {@link retryWithin}. */
export async function retryParked(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  key: OutboxRow['key'],
): Promise<RetryOutcome> {
  const database = await deps.connection.get();
  const now = deps.clock.now();
  const outcome = await writeAtOnce(database, CHANGE_STORES, (tx) => retryWithin(tx, key, now));
  deps.changed();
  return outcome;
}

/** The enrollment that failed with it goes on, as if the effect were due now. */
async function retryWithin(tx: ChangeTx, key: string, now: Instant): Promise<RetryOutcome> {
  const row = await getOutboxRow(tx, key);
  const before = row && (await getEnrollment(tx, row.enrollmentId));
  if (!row || !before || !mayRetry(row) || before.state.kind !== 'failed') {
    return { kind: 'unsafe' };
  }
  const [sequence, head] = await Promise.all([
    getSequence(tx, before.sequenceId, before.sequenceVersion),
    getSequenceHead(tx, before.sequenceId),
  ]);
  if (!sequence || !head || head.state === 'deleted') return { kind: 'unsafe' };
  const enrollment: Enrollment = {
    ...before,
    state: { kind: before.thread === undefined ? 'scheduled' : 'active' },
    nextStep: row.stepIndex,
    nextAt: now,
    updatedAt: now,
  };
  if (!(await holdAgain(tx, enrollment, now))) return { kind: 'taken' };
  await putEnrollment(tx, enrollment);
  const { failure: _mended, failedAt: _over, lateSince: _anew, promisedAt: _told, ...rest } = row;
  // At least one attempt, so that a draft with its key is looked for before another is made.
  const attempts = Math.max(1, row.attempts);
  await putOutboxRow(tx, { ...rest, state: 'due', dueAt: now, wakeAt: now, attempts });
  if (row.effect === 'email') await reserve(tx, row.senderId, now);
  await noteChange(
    tx,
    { enrollment, sequence },
    {
      at: now,
      code: 'retried',
      params: { step: row.stepIndex + 1 },
    },
  );
  return { kind: 'retried', enrollmentId: enrollment.id };
}
