import type { WorkerDeps } from '@/lib/background/deps';
import { mergeAway } from '@/lib/domain/sender/merge-away';
import type { Parsed } from '@/lib/rpc/protocol';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';
import { putAwayWork, readAwayWork } from '@/lib/store/standing';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { wallClockOf } from '@/lib/time/zoned';

/**
 * Keeps the days off of a sender, in order and without those that are over. What is planned on them
 * is moved afterwards, see `moveAway`; whatever still stands there when it is due is moved then.
 */
export async function saveAway(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  { senderId, away }: Parsed<'sender.away'>,
): Promise<void> {
  const now = deps.clock.now();
  const stores = ['senders', 'meta', 'journal'] as const;
  await writeAtOnce(await deps.connection.get(), stores, async (tx) => {
    const sender = await getSender(tx, senderId);
    if (sender === undefined) return;
    const today = wallClockOf(now, sender.zone).date;
    const coming = mergeAway(away.filter(({ to }) => to >= today));
    await putSender(tx, { ...sender, away: [...coming] });
    const before = await readAwayWork(tx);
    await putAwayWork(tx, [...new Set([...before, senderId])]);
    const params = {
      fields: 'away',
      days: coming.map(({ from, to }) => `${from}/${to}`).join(' '),
    };
    await appendJournal(tx, { at: now, code: 'senderSaved', actor: 'person', senderId, params });
  });
  deps.changed();
}
