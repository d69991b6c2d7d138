import type { WorkerDeps } from '@/lib/background/deps';
import type { Parsed } from '@/lib/rpc/protocol';
import { markComposed } from '@/lib/store/compose-drafts';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { writeAtOnce } from '@/lib/store/write-at-once';

const STORES = ['composeDrafts', 'outbox'] as const;

/**
 * The rep says that they have sent an email by hand. It is no draft any more; the engine finds it among
 * what was sent and goes on, as with every mailbox. Said twice, it was said once.
 */
export async function answerCompose(
  {
    connection,
    clock,
    changed,
    wake,
  }: Pick<WorkerDeps, 'connection' | 'clock' | 'changed' | 'wake'>,
  { key }: Parsed<'compose.sent'>,
): Promise<void> {
  const now = clock.now();
  await writeAtOnce(await connection.get(), STORES, async (tx) => {
    if ((await markComposed(tx, key, now)) !== 'marked') return;
    const row = await getOutboxRow(tx, key);
    if (row?.state !== 'sending') return;
    const { waiting: _answered, ...asked } = row;
    await putOutboxRow(tx, { ...asked, wakeAt: now });
  });
  changed();
  await wake.at(now);
}
