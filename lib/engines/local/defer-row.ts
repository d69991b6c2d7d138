import type { OutboxRow, WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';

/** Looks at a row again later and says why it waits. Nothing about it is forgotten. */
export async function deferRow(
  deps: EngineDeps,
  key: OutboxRow['key'],
  until: { readonly wakeAt: Instant; readonly waiting: WaitingCode },
): Promise<void> {
  const tx = (await deps.connection.get()).transaction(['outbox'], 'readwrite');
  const row = await getOutboxRow(tx, key);
  if (row === undefined || row.wakeAt === undefined) return;
  await putOutboxRow(tx, { ...row, ...until });
  await tx.done;
  deps.changed();
}
