import type { WorkerDeps } from '@/lib/background/deps';
import type { Sender } from '@/lib/domain/sender/sender';
import { MOVE_AWAY_STORES, moveOutOfAbsence } from '@/lib/engines/local/move-out-of-absence';
import { openRowsBetween } from '@/lib/store/outbox';
import type { Database } from '@/lib/store/schema';
import { getSender } from '@/lib/store/senders';
import { putAwayWork, readAwayWork } from '@/lib/store/standing';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { addDays } from '@/lib/time/add-days';
import type { Instant } from '@/lib/time/instant';
import { instantOf } from '@/lib/time/zoned';

const BATCH = 100;

/**
 * Moves what was planned on days on which its sender is away now, so that every date that is shown
 * is one that will hold. Works in batches and goes on wherever it stopped; nothing depends on it being
 * done in time, because the engine asks again before anything leaves.
 */
export async function moveAway(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed' | 'wake' | 'engine'>,
): Promise<void> {
  const database = await deps.connection.get();
  const senders = await readAwayWork(database.transaction('meta'));
  for (const id of senders) {
    const sender = await getSender(database.transaction('senders'), id);
    if (sender !== undefined) await moveAll(database, sender, deps.clock.now());
    await writeAtOnce(database, ['meta'], async (tx) => {
      const left = await readAwayWork(tx);
      await putAwayWork(
        tx,
        left.filter((other) => other !== id),
      );
    });
  }
  if (senders.length === 0) return;
  const next = await deps.engine.nextDue();
  if (next !== undefined) await deps.wake.at(next);
  deps.changed();
}

async function moveAll(database: Database, { id, zone, away }: Sender, now: Instant) {
  for (const { from, to } of away) {
    const until = instantOf(addDays(to, 1), 0, zone, 'compatible');
    let after: Instant | undefined = Math.max(now, instantOf(from, 0, zone, 'compatible')) - 1;
    while (after !== undefined && after < until - 1) {
      const begin: Instant = after;
      after = await writeAtOnce(database, MOVE_AWAY_STORES, async (tx) => {
        const span = { after: begin, before: until, limit: BATCH };
        const rows = await openRowsBetween(tx, span);
        for (const row of rows) {
          if (row.senderId === id) await moveOutOfAbsence(tx, row, now);
        }
        return rows.at(-1)?.dueAt;
      });
    }
  }
}
