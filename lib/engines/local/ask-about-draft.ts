import { deferRow } from './defer-row';
import type { Delivery } from './delivery';
import type { Job } from './load-job';
import { waitAndAsk } from './retry-later';
import { sendDraft } from './send-draft';
import { settleFromSent } from './settle-from-sent';
import { VISIBILITY_LAG } from './timing';

/** A worker died, or the answer was lost, after this draft was handed over: ask what became of it. */
export async function askAboutDraft(delivery: Delivery, job: Job): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const { key, draftId, handedOverAt, subject = job.step.subject } = job.row;
  if (draftId === undefined || handedOverAt === undefined) return;
  const settlesAt = handedOverAt + VISIBILITY_LAG;
  if (deps.clock.now() < settlesAt) {
    return deferRow(deps, key, { wakeAt: settlesAt, waiting: 'checking' });
  }
  const there = await mailbox.hasDraft(draftId, signal);
  if (there.kind !== 'ok') return waitAndAsk(delivery, job, there);
  return there.value
    ? sendDraft(delivery, job, { draftId, subject })
    : settleFromSent(delivery, job);
}
