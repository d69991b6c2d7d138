import * as v from 'valibot';
import { contactIdSchema, type WorkflowId, workflowIdSchema } from '@/lib/domain/ids';
import { workflowEventSchema } from '@/lib/domain/workflow/event';
import { instantSchema } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';
import type { WorkflowEventRow } from './workflow-schema';

export const eventRowSchema = v.object({
  seq: v.number(),
  contactId: contactIdSchema,
  at: instantSchema,
  event: workflowEventSchema,
  chain: v.array(workflowIdSchema),
});

/** What happened, as workflows get to see it. */
export type StoredEvent = Readonly<v.InferOutput<typeof eventRowSchema>>;

/** Keeps what happened, in the transaction that makes it happen. */
export async function addWorkflowEvent(
  tx: WriteTx<'workflowEvents'>,
  row: Omit<WorkflowEventRow, 'seq' | 'chain'> & { readonly chain?: readonly WorkflowId[] },
): Promise<void> {
  await tx.objectStore('workflowEvents').add({ ...row, chain: row.chain ?? [] });
}

/** What no workflow has looked at yet, in the order in which it happened; as stored. */
export function oldestEventRows(
  tx: ReadTx<'workflowEvents'>,
  limit: number,
): Promise<readonly WorkflowEventRow[]> {
  return tx.objectStore('workflowEvents').getAll(undefined, limit);
}

/** The last thing that has happened and that no workflow has looked at yet. */
export async function lastEventSeq(tx: ReadTx<'workflowEvents'>): Promise<number | undefined> {
  const cursor = await tx.objectStore('workflowEvents').openCursor(null, 'prev');
  return cursor?.value.seq;
}

/** @throws {CorruptRow} */
export function parseEventRow(row: WorkflowEventRow): StoredEvent {
  return parseRow(eventRowSchema, row);
}

export async function deleteWorkflowEvent(
  tx: WriteTx<'workflowEvents'>,
  { seq }: WorkflowEventRow,
): Promise<void> {
  if (seq !== undefined) await tx.objectStore('workflowEvents').delete(seq);
}

/** Everything up to and with this one, because nobody wants to know. */
export async function deleteEventsUntil(tx: WriteTx<'workflowEvents'>, seq: number): Promise<void> {
  await tx.objectStore('workflowEvents').delete(IDBKeyRange.upperBound(seq));
}
