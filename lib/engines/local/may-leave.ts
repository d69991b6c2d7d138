import type { ExitReason } from '@/lib/domain/enrollment/enrollment';
import { putOutboxRow } from '@/lib/store/outbox';
import { getSequenceHead } from '@/lib/store/sequences';
import { findSuppression } from '@/lib/store/suppressions';
import type { ReadTx, WriteTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';
import { heldForRep } from './held-for-rep';
import type { Job } from './load-job';
import { MOVE_STORES, moveToSlot, slotOf } from './move-to-slot';
import { RECONNECT_PAUSE } from './timing';

export const LEAVE_STORES = [...MOVE_STORES, 'sequences', 'suppression'] as const;

type LeaveTx = WriteTx<(typeof LEAVE_STORES)[number]>;

export type Leave =
  | { readonly kind: 'yes' }
  /** The row says when and why. */
  | { readonly kind: 'later' }
  /** Something happened since it was planned, so that it must not leave: the enrollment ends. */
  | { readonly kind: 'unwanted'; readonly reason: ExitReason };

/**
 * May this email leave at this very moment? Whatever may have changed since it was planned is asked:
 * the sequence, the suppression list, whether the rep has to be asked, the limits and the hours. Asked
 * when a row is taken, and once more when its draft is handed over, because the computer may have
 * slept in between.
 *
 * One that may leave later is planned anew. A draft that was handed over before keeps its row as it
 * is, because only that very draft may be sent, and is looked at again then.
 */
export async function mayLeave(tx: LeaveTx, job: Job, now: Instant): Promise<Leave> {
  const { row, sequence } = job;
  const reason = await unwantedFor(tx, job);
  if (reason) return { kind: 'unwanted', reason };
  const isHandedOver = row.handedOverAt !== undefined;
  if ((await getSequenceHead(tx, sequence.id))?.paused) {
    const waits = { ...row, wakeAt: now + RECONNECT_PAUSE, waiting: 'paused' as const };
    await putOutboxRow(tx, isHandedOver ? waits : { ...waits, state: 'due' });
    return { kind: 'later' };
  }
  if (await heldForRep(tx, job, now)) return { kind: 'later' };
  const slot = await slotOf(tx, job, now);
  if (slot.kind === 'now') return { kind: 'yes' };
  if (isHandedOver) await putOutboxRow(tx, { ...row, wakeAt: slot.at, waiting: 'checking' });
  else await moveToSlot(tx, job, slot, now);
  return { kind: 'later' };
}

/** Why this must not happen any more, if so; asked right before it would. */
export async function unwantedFor(
  tx: ReadTx<'sequences' | 'suppression'>,
  { sequence, enrollment }: Pick<Job, 'sequence' | 'enrollment'>,
): Promise<ExitReason | undefined> {
  const [head, suppression] = await Promise.all([
    getSequenceHead(tx, sequence.id),
    findSuppression(tx, enrollment.to),
  ]);
  if (head?.state === 'deleted') return 'sequenceDeleted';
  if (suppression === undefined) return undefined;
  return suppression.reason === 'bounced' ? 'bounced' : 'optedOut';
}
