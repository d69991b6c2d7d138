import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import { addressKey } from '@/lib/domain/contact/email-address';
import { senderIdSchema } from '@/lib/domain/ids';
import type { Parsed } from '@/lib/rpc/protocol';
import type { ComposeAdded } from '@/lib/rpc/views';
import { appendJournal } from '@/lib/store/journal';
import { listSenders, putSender } from '@/lib/store/senders';
import { writeAtOnce } from '@/lib/store/write-at-once';

/** Nobody writes more than this by hand in a minute; more would only wait in the list. */
const PER_MINUTE = 10;
const DAILY_LIMIT = 500;

/** A rep who sends by hand: nothing is connected, so there is nothing to ask anybody for. */
export async function addComposeSender(
  { connection, clock, ids, changed }: WorkerDeps,
  { address, name, program, zone }: Parsed<'mailbox.byHand'>,
): Promise<ComposeAdded> {
  const now = clock.now();
  const stores = ['senders', 'journal'] as const;
  const added = await writeAtOnce(
    await connection.get(),
    stores,
    async (tx): Promise<ComposeAdded> => {
      const known = (await listSenders(tx)).find(
        (sender) => addressKey(sender.address) === addressKey(address),
      );
      // A connected mailbox can do more; it is not made less by mistake.
      if (known !== undefined && known.kind !== 'compose') return { kind: 'connected', address };
      const id = known?.id ?? v.parse(senderIdSchema, ids.next());
      await putSender(tx, {
        seat: true,
        shared: false,
        perMinute: PER_MINUTE,
        away: [],
        dailyLimit: DAILY_LIMIT,
        ...known,
        id,
        kind: 'compose',
        address,
        name,
        addresses: [{ address, name, isDefault: true }],
        connection: 'connected',
        composeWith: program,
        zone,
        cursor: '',
        connectedAt: known?.connectedAt ?? now,
      });
      await appendJournal(tx, {
        at: now,
        code: 'mailboxConnected',
        actor: 'person',
        senderId: id,
        params: {},
      });
      return { kind: 'added', senderId: id, address };
    },
  );
  changed();
  return added;
}
