import type { SentMessage } from '@/lib/mailboxes/mailbox';
import { MINUTE } from '@/lib/time/instant';
import type { Delivery } from './delivery';
import type { EngineDeps } from './deps';
import type { Job } from './load-job';
import { waitAndAsk } from './retry-later';
import { settleFailed } from './settle-failed';
import { settleSent } from './settle-sent';
import { GIVE_UP_LOOKING } from './timing';

/** The draft is gone: it was sent. Find it in Sent and settle with what stands there. */
export async function settleFromSent(delivery: Delivery, job: Job): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const { row, enrollment } = job;
  const { handedOverAt = deps.clock.now(), key } = row;
  const since = handedOverAt - 10 * MINUTE;
  const found = await mailbox.findSent({ key, to: enrollment.to, since }, signal);
  if (found.kind !== 'ok') return waitAndAsk(delivery, job, found);
  if (found.value) return settle(deps, job, found.value);
  if (deps.clock.now() > handedOverAt + GIVE_UP_LOOKING && (row.retry?.count ?? 0) > 2) {
    return settleFailed(deps, key, { kind: 'failed', code: 'outcomeUnknown', isDraftGone: true });
  }
  return waitAndAsk(delivery, job, { kind: 'notShownYet' });
}

export async function settle(deps: EngineDeps, job: Job, sent: SentMessage): Promise<void> {
  await settleSent(deps, job.row.key, { ...sent, subject: job.row.subject ?? job.step.subject });
}
