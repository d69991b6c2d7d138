import type { WorkerDeps } from '@/lib/background/deps';
import { bucketOf } from '@/lib/domain/limits/bucket';
import { appendJournal } from '@/lib/store/journal';
import { countAsSentNow } from '@/lib/store/limits';
import { putOutboxRow, rowsWakingIn } from '@/lib/store/outbox';
import { listSenders, putSender } from '@/lib/store/senders';
import { putLastSeen } from '@/lib/store/standing';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';

/** Retries are put off by at most so much. */
const LONGEST_RETRY = 2 * HOUR;
const BATCH = 200;

interface Back {
  readonly now: Instant;
  /** By the clock as it was before. */
  readonly lastSeen: Instant;
}

/**
 * The clock was put back: what the old clock called "in a minute" would be days away. Retries, and
 * the reading of mail, are due by the new clock; planned times are instants and stay. Emails that
 * left "in the future" count as sent now, so that the limit gives no place away twice. Doing it again
 * after a crash changes nothing more.
 */
export async function settleClock(
  deps: Pick<WorkerDeps, 'connection' | 'wake' | 'changed'>,
  back: Back,
): Promise<void> {
  await wakeRetries(deps, back);
  const { now, lastSeen } = back;
  const stores = ['senders', 'limits', 'meta', 'journal'] as const;
  await writeAtOnce(await deps.connection.get(), stores, async (tx) => {
    for (const sender of await listSenders(tx)) {
      const { polledAt = now, id } = sender;
      // Read at once: nobody knows how long ago the old clock's last reading was.
      const readAt = Math.min(polledAt - (lastSeen - now), now - MINUTE);
      if (polledAt > now) await putSender(tx, { ...sender, polledAt: readAt });
      await countAsSentNow(tx, id, { now, until: bucketOf(lastSeen) });
    }
    const minutes = Math.round((lastSeen - now) / MINUTE);
    await appendJournal(tx, {
      at: now,
      code: 'clockMovedBack',
      actor: 'engine',
      params: { minutes },
    });
    await putLastSeen(tx, now);
  });
  await deps.wake.ensureTick();
  deps.changed();
}

/** A row that is only planned wakes at its planned time; every other wake is a retry. */
async function wakeRetries(
  { connection }: Pick<WorkerDeps, 'connection'>,
  { now, lastSeen }: Back,
): Promise<void> {
  const database = await connection.get();
  const until = lastSeen + LONGEST_RETRY;
  const by = lastSeen - now;
  for (let after: Instant | undefined = now; after !== undefined; ) {
    const from: Instant = after;
    after = await writeAtOnce(database, ['outbox'], async (tx) => {
      const rows = await rowsWakingIn(tx, { after: from, until, limit: BATCH });
      for (const row of rows) {
        const { wakeAt = now, handedOverAt } = row;
        if (row.state === 'due' && wakeAt === row.dueAt) continue;
        await putOutboxRow(tx, {
          ...row,
          wakeAt: Math.max(now, wakeAt - by),
          ...(handedOverAt !== undefined && { handedOverAt: Math.min(now, handedOverAt) }),
        });
      }
      return rows.length < BATCH ? undefined : rows.at(-1)?.wakeAt;
    });
  }
}
