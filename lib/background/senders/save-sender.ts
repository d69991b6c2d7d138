import type { WorkerDeps } from '@/lib/background/deps';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Parsed } from '@/lib/rpc/protocol';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';
import { writeAtOnce } from '@/lib/store/write-at-once';

/** Changes what is named about a sender and keeps everything else. */
export async function saveSender(
  deps: WorkerDeps,
  { senderId, ...change }: Parsed<'sender.save'>,
): Promise<void> {
  const database = await deps.connection.get();
  await writeAtOnce(database, ['senders', 'journal'], async (tx) => {
    const before = await getSender(tx, senderId);
    if (before === undefined) return;
    await putSender(tx, changed(before, change));
    await appendJournal(tx, {
      at: deps.clock.now(),
      code: 'senderSaved',
      actor: 'person',
      senderId,
      params: { fields: Object.keys(change).join(' ') },
    });
  });
  deps.changed();
}

function changed(before: Sender, change: Omit<Parsed<'sender.save'>, 'senderId'>): Sender {
  const { adminLimit: limitBefore, meetingLink: linkBefore, ...rest } = before;
  // `null` takes away, nothing said keeps.
  const adminLimit = change.adminLimit === undefined ? limitBefore : change.adminLimit;
  const meetingLink = change.meetingLink === undefined ? linkBefore : change.meetingLink;
  const isOwn = before.addresses.some(({ address }) => address === change.defaultAddress);
  return {
    ...rest,
    name: change.name ?? before.name,
    zone: change.zone ?? before.zone,
    seat: change.seat ?? before.seat,
    shared: change.shared ?? before.shared,
    perMinute: change.perMinute ?? before.perMinute,
    addresses: before.addresses.map((one) => ({
      ...one,
      isDefault: isOwn ? one.address === change.defaultAddress : one.isDefault,
    })),
    ...(typeof adminLimit === 'number' && { adminLimit }),
    ...(typeof meetingLink === 'string' && { meetingLink }),
  };
}
