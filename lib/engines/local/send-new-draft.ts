import { DAY } from '@/lib/time/instant';
import { composeMessage } from './compose-message';
import type { Delivery } from './delivery';
import type { Job } from './load-job';
import { retryLater, waitAndAsk } from './retry-later';
import { sendDraft } from './send-draft';
import { settleFailed } from './settle-failed';
import { settle } from './settle-from-sent';
import { threadToJoin } from './thread-to-join';

/** Steps (b) to (e). A draft of an earlier attempt that carries our key is used, not doubled. What
 * cannot be read is read again later: only the email itself can be refused. */
export async function sendNewDraft(delivery: Delivery, job: Job): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const { key, attempts } = job.row;
  const thread = await threadToJoin(job, mailbox, signal);
  if (thread.kind !== 'ok') return waitAndAsk(delivery, job, thread);
  const message = composeMessage(job, thread.value, {
    unsubscribeLine: deps.unsubscribeLine(),
    now: deps.clock.now(),
  });
  if (message.kind === 'unsendable') {
    return settleFailed(deps, key, { kind: 'failed', code: message.code });
  }
  if (attempts > 1) {
    // After a loss of the database only the mailbox knows whether an earlier life has sent it.
    const { to, createdAt } = job.enrollment;
    const sent = await mailbox.findSent({ key, to, since: createdAt - DAY }, signal);
    if (sent.kind !== 'ok') return waitAndAsk(delivery, job, sent);
    if (sent.value) return settle(deps, job, sent.value);
  }
  const earlier =
    attempts > 1
      ? await mailbox.findDraft(key, signal)
      : ({ kind: 'ok', value: undefined } as const);
  if (earlier.kind !== 'ok') return waitAndAsk(delivery, job, earlier);
  const draft = earlier.value
    ? ({ kind: 'ok', value: earlier.value } as const)
    : await mailbox.createDraft({ key, ...message }, signal);
  if (draft.kind !== 'ok') return retryLater(delivery, job, draft);
  const { subject } = message;
  await sendDraft(delivery, job, { draftId: draft.value.draftId, subject });
}
