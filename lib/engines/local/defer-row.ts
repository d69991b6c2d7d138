import type { OutboxRow, RetryReason, WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { retryAt } from './retry-schedule';

type DeferDeps = Pick<EngineDeps, 'connection' | 'clock' | 'random' | 'changed'>;

/**
 * Looks at a row again later and says why it waits. Nothing about it is forgotten, least of all how
 * often the same thing has gone wrong. What was not handed over is nobody's work any more: the rep
 * may pause it, and it is asked about anew before it leaves.
 */
export async function retryRow(
  deps: DeferDeps,
  key: OutboxRow['key'],
  reason: RetryReason,
  askedUntil?: Instant,
): Promise<void> {
  const now = deps.clock.now();
  await change(deps, key, (row) => {
    const count = row.retry?.after === reason ? row.retry.count + 1 : 1;
    const wish = askedUntil === undefined ? {} : { askedUntil };
    return {
      wakeAt: retryAt(reason, { count, now, random: deps.random(), ...wish }),
      waiting: reason === 'unexpected' ? 'unavailable' : reason,
      retry: { after: reason, count },
    };
  });
}

/** Looks at a row again at that time; nothing went wrong. */
export async function deferRow(
  deps: DeferDeps,
  key: OutboxRow['key'],
  until: { readonly wakeAt: Instant; readonly waiting?: WaitingCode },
): Promise<void> {
  await change(deps, key, () => until);
}

async function change(
  { connection, changed }: DeferDeps,
  key: OutboxRow['key'],
  to: (row: OutboxRow) => Partial<OutboxRow>,
): Promise<void> {
  await writeAtOnce(await connection.get(), ['outbox'], async (tx) => {
    const row = await getOutboxRow(tx, key);
    if (row === undefined || row.wakeAt === undefined) return;
    const { waiting: _before, ...rest } = row;
    const isOpen = row.state === 'due' || row.state === 'sending';
    const state = isOpen && row.handedOverAt === undefined ? 'due' : row.state;
    await putOutboxRow(tx, { ...rest, state, ...to(row) });
  });
  changed();
}
