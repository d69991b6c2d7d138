import { type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import { wakeFor } from '@/lib/domain/enrollment/row-for';
import { moveSent, settleReservation } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { JOB_STORES, type Job, loadJob } from './load-job';
import { LEAVE_STORES, mayLeave } from './may-leave';
import { FRESH_MAIL, VISIBILITY_LAG } from './timing';

const STORES = [...new Set([...JOB_STORES, ...LEAVE_STORES] as const)];

export type HandedOver =
  | { readonly kind: 'ready'; readonly job: Job }
  /** The enrollment ended while the draft was made: it must not leave. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'unwanted'; readonly reason: ExitReason }
  /** It was paused meanwhile: it must not leave now. */
  | { readonly kind: 'resting' }
  /** It may leave later; the row says when. */
  | { readonly kind: 'later' }
  /** New mail was read too long ago. */
  | { readonly kind: 'stale' };

/**
 * Step (c) of draft-first sending, and the last point of no return on our side: records which draft
 * is about to be sent, if it may leave now. From here on the sender's limit counts it as sent:
 * whatever becomes of this worker, nobody else takes its place.
 */
export async function handOver(
  deps: EngineDeps,
  key: string,
  draft: { readonly draftId: string; readonly subject: string },
): Promise<HandedOver> {
  const database = await deps.connection.get();
  const outcome = await writeAtOnce(database, STORES, async (tx): Promise<HandedOver> => {
    const loaded = await loadJob(tx, key);
    if (loaded.kind !== 'job' || !isLive(loaded.job.enrollment)) return { kind: 'ended' };
    const { job } = loaded;
    const now = deps.clock.now();
    if (job.enrollment.state.kind === 'paused') return letRest(tx, job);
    const age = now - (job.sender.polledAt ?? 0);
    if (age < 0 || age > FRESH_MAIL) return { kind: 'stale' };
    const leave = await mayLeave(tx, job, now);
    if (leave.kind !== 'yes') return leave;
    await countAsSent(tx, job, now);
    const { waiting: _over, ...rest } = job.row;
    const row = {
      ...rest,
      ...draft,
      state: 'sending' as const,
      handedOverAt: now,
      wakeAt: now + VISIBILITY_LAG,
    };
    await putOutboxRow(tx, row);
    return { kind: 'ready', job: { ...job, row } };
  });
  if (outcome.kind === 'later') deps.changed();
  return outcome;
}

/** A draft that was handed over before stays the only one: it waits for the end of the pause. */
async function letRest(tx: WriteTx<'outbox'>, { row, enrollment }: Job): Promise<HandedOver> {
  if (row.handedOverAt === undefined) return { kind: 'resting' };
  const { wakeAt: _taken, ...asleep } = row;
  await putOutboxRow(tx, { ...asleep, ...wakeFor(enrollment, row.dueAt) });
  return { kind: 'later' };
}

async function countAsSent(tx: WriteTx<'limits'>, { row, sender }: Job, now: Instant) {
  const { handedOverAt: before, dueAt } = row;
  if (before === undefined) {
    await settleReservation(tx, sender.id, { plannedAt: dueAt, sentAt: now });
  } else {
    await moveSent(tx, sender.id, { from: before, to: now });
  }
}
