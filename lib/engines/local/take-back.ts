import type { Delivery } from './delivery';
import type { Job } from './load-job';
import { putBack } from './put-back';
import { waitAndAsk } from './retry-later';

/**
 * Paused after it was taken: no draft of it stays behind, and it is due again when that is over.
 *
 * @param known the draft, where it is known
 */
export async function takeBack(delivery: Delivery, job: Job, known?: string): Promise<void> {
  const { deps, mailbox, signal } = delivery;
  const { key } = job.row;
  const draft =
    known === undefined
      ? await mailbox.findDraft(key, signal)
      : ({ kind: 'ok', value: { draftId: known } } as const);
  if (draft.kind !== 'ok') return waitAndAsk(delivery, job, draft);
  if (draft.value !== undefined) {
    const deleted = await mailbox.deleteDraft(draft.value.draftId, signal);
    if (deleted.kind !== 'ok') return waitAndAsk(delivery, job, deleted);
  }
  await putBack(deps, key);
}
