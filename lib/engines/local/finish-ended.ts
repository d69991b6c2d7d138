import type { Delivery } from './delivery';
import type { Job } from './load-job';
import { waitAndAsk } from './retry-later';
import { settleFailed } from './settle-failed';
import { settleFromSent } from './settle-from-sent';

/** The enrollment ended while its email was on the way. What left is noted, what did not is dropped. */
export async function finishEnded(delivery: Delivery, job: Job): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const { row } = job;
  const draft = row.draftId
    ? ({ kind: 'ok', value: { draftId: row.draftId } } as const)
    : await mailbox.findDraft(row.key, signal);
  if (draft.kind !== 'ok') return waitAndAsk(delivery, job, draft);
  const there = draft.value
    ? await mailbox.hasDraft(draft.value.draftId, signal)
    : ({ kind: 'ok', value: false } as const);
  if (there.kind !== 'ok') return waitAndAsk(delivery, job, there);
  if (there.value && draft.value) return dropDraft(delivery, job, draft.value.draftId);
  return row.handedOverAt === undefined
    ? settleFailed(deps, row.key, { kind: 'dropped', code: 'ended', isDraftGone: true })
    : settleFromSent(delivery, job);
}

/** Removes a draft that must not leave, and says so in its row. */
export async function dropDraft(delivery: Delivery, job: Job, draftId: string): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const deleted = await mailbox.deleteDraft(draftId, signal);
  if (deleted.kind !== 'ok' && deleted.kind !== 'refused') {
    return waitAndAsk(delivery, job, deleted);
  }
  const isGone = deleted.kind === 'ok' && { isDraftGone: true as const };
  await settleFailed(deps, job.row.key, { kind: 'dropped', code: 'ended', ...isGone });
}
