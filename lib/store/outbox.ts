import { type OutboxRow, outboxRowSchema } from '@/lib/domain/enrollment/outbox-row';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { OutboxRecord } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** A new effect. `add`: the same effect cannot be scheduled twice. */
export async function addOutboxRow(tx: WriteTx<'outbox'>, row: OutboxRow): Promise<void> {
  await tx.objectStore('outbox').add(recordOf(row));
}

export async function putOutboxRow(tx: WriteTx<'outbox'>, row: OutboxRow): Promise<void> {
  await tx.objectStore('outbox').put(recordOf(row));
}

/** `failedAt` is written by whoever parks a row; `openDue` follows from the state. */
function recordOf(row: OutboxRow): OutboxRecord {
  const isOpen = row.state === 'due' || row.state === 'sending';
  return { ...row, ...(isOpen && { openDue: row.dueAt }) };
}

export async function getOutboxRow(
  tx: ReadTx<'outbox'>,
  key: string,
): Promise<OutboxRow | undefined> {
  const row = await tx.objectStore('outbox').get(key);
  return row === undefined ? undefined : parseRow(outboxRowSchema, row);
}

/** Rows that need attention at `now`, longest waiting first. */
export async function wakingRows(
  tx: ReadTx<'outbox'>,
  now: Instant,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const rows = await tx
    .objectStore('outbox')
    .index('wake')
    .getAll(IDBKeyRange.upperBound(now), limit);
  return rows.map((row) => parseRow(outboxRowSchema, row));
}

/** When the next row needs attention; `undefined` when nothing waits. */
export async function nextWake(tx: ReadTx<'outbox'>): Promise<Instant | undefined> {
  const cursor = await tx.objectStore('outbox').index('wake').openKeyCursor();
  return typeof cursor?.key === 'number' ? cursor.key : undefined;
}

/** The row of an enrollment that has not come to its end: there is at most one. */
export async function openRowOf(
  tx: ReadTx<'outbox'>,
  enrollmentId: EnrollmentId,
): Promise<OutboxRow | undefined> {
  const rows = await tx.objectStore('outbox').index('enrollment').getAll(enrollmentId);
  const open = rows.find((row) => row.state === 'due' || row.state === 'sending');
  return open === undefined ? undefined : parseRow(outboxRowSchema, open);
}

export async function deleteOutboxRow(tx: WriteTx<'outbox'>, key: string): Promise<void> {
  await tx.objectStore('outbox').delete(key);
}
