import { deferRow } from './defer-row';
import type { Delivery } from './delivery';
import { exitEnrollment } from './exit-enrollment';
import { dropDraft } from './finish-ended';
import { handOver } from './hand-over';
import type { Job } from './load-job';
import { retryLater, waitAndAsk } from './retry-later';
import { settle, settleFromSent } from './settle-from-sent';
import { takeBack } from './take-back';
import { ASK_AGAIN, FRESH_HAND_OVER } from './timing';

/**
 * Steps (c) to (e) for this draft. New mail is read as the last thing before the draft is handed
 * over: an answer that can be read by then is read.
 */
export async function sendDraft(
  delivery: Delivery,
  job: Job,
  draft: { readonly draftId: string; readonly subject: string },
): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const { key } = job.row;
  const unread = await deps.readMail(job.sender, signal);
  if (unread !== undefined) return waitAndAsk(delivery, job, unread);
  const handed = await handOver(deps, key, draft);
  switch (handed.kind) {
    case 'stale':
      return deferRow(deps, key, { wakeAt: deps.clock.now() });
    case 'later':
      return forget(delivery, job, draft.draftId);
    case 'resting':
      return takeBack(delivery, job, draft.draftId);
    case 'unwanted':
      await exitEnrollment(deps, job.enrollment.id, handed.reason);
      return dropDraft(delivery, job, draft.draftId);
    case 'ended':
      return dropDraft(delivery, job, draft.draftId);
    case 'ready':
      break;
  }
  const ready = handed.job;
  // The computer slept since: the row is found half way, and everything is asked again.
  if (deps.clock.now() - (ready.row.handedOverAt ?? 0) > FRESH_HAND_OVER) return;
  const sent = await mailbox.sendDraft(draft.draftId, signal);
  if (sent.kind === 'ok') return settle(deps, ready, sent.value);
  if (sent.kind === 'asked') {
    return deferRow(deps, key, { wakeAt: deps.clock.now() + ASK_AGAIN, waiting: 'confirm' });
  }
  if (sent.kind === 'gone') return settleFromSent(delivery, ready);
  return retryLater(delivery, ready, sent);
}

/** It leaves another day, in a draft of that day. One that was handed over is the only one ever. */
async function forget({ mailbox, signal }: Delivery, { row }: Job, draftId: string) {
  if (row.handedOverAt !== undefined) return;
  // If that fails, the draft is found by its key when the day has come.
  await mailbox.deleteDraft(draftId, signal);
}
