import type { SenderId } from '@/lib/domain/ids';
import { type Sender, senderSchema } from '@/lib/domain/sender/sender';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';

export async function listSenders(tx: ReadTx<'senders'>): Promise<readonly Sender[]> {
  const rows = await tx.objectStore('senders').getAll();
  return rows
    .map((row) => parseRow(senderSchema, row))
    .sort((a, b) => a.connectedAt - b.connectedAt);
}

export async function getSender(tx: ReadTx<'senders'>, id: SenderId): Promise<Sender | undefined> {
  const row = await tx.objectStore('senders').get(id);
  return row === undefined ? undefined : parseRow(senderSchema, row);
}

export async function putSender(tx: WriteTx<'senders'>, sender: Sender): Promise<void> {
  await tx.objectStore('senders').put(sender);
}
