import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { MailboxFailure, MailboxResult } from '@/lib/mailboxes/mailbox';
import { appendJournal } from '@/lib/store/journal';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { retryRow } from './defer-row';
import type { Delivery } from './delivery';
import type { EngineDeps } from './deps';
import { retryReasonOf } from './retry-later';

/** A provider that has refused to remove a draft so often is not asked any more. */
const MOST_REFUSALS = 8;

/** The row is final and its email will never leave: no draft of it stays in the rep's mailbox. */
export async function removeLeftover(delivery: Delivery, row: OutboxRow): Promise<void> {
  const { deps } = delivery;
  const removed = await remove(delivery, row);
  if (removed.kind === 'ok') return letRest(deps, row.key, 'removed');
  const isHopeless = removed.kind === 'refused' && (row.retry?.count ?? 0) >= MOST_REFUSALS;
  if (isHopeless) return letRest(deps, row.key, 'left');
  const askedUntil = 'retryAt' in removed ? removed.retryAt : undefined;
  await retryRow(deps, row.key, retryReasonOf(removed), askedUntil);
}

async function remove(
  { mailbox, signal }: Delivery,
  { key, draftId }: OutboxRow,
): Promise<MailboxResult<void> | MailboxFailure> {
  const found =
    draftId === undefined
      ? await mailbox.findDraft(key, signal)
      : ({ kind: 'ok', value: { draftId } } as const);
  if (found.kind !== 'ok') return found;
  if (found.value === undefined) return { kind: 'ok', value: undefined };
  return mailbox.deleteDraft(found.value.draftId, signal);
}

/** Nobody looks at the row any more; a draft that stays is named where the rep looks. */
async function letRest(
  { connection, clock, changed }: EngineDeps,
  key: string,
  what: 'removed' | 'left',
): Promise<void> {
  await writeAtOnce(await connection.get(), ['outbox', 'journal'], async (tx) => {
    const row = await getOutboxRow(tx, key);
    if (row?.state !== 'failed') return;
    const { wakeAt: _done, waiting: _over, retry: _well, ...rest } = row;
    await putOutboxRow(tx, rest);
    if (what === 'removed') return;
    await appendJournal(tx, {
      at: clock.now(),
      code: 'draftLeft',
      actor: 'engine',
      contactId: row.contactId,
      enrollmentId: row.enrollmentId,
      senderId: row.senderId,
      params: { step: row.stepIndex + 1 },
    });
  });
  changed();
}
