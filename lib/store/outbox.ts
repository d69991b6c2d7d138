import * as v from 'valibot';
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

/** Rows that need attention, and the keys of those that cannot be read any more. */
export interface Waking {
  readonly rows: readonly OutboxRow[];
  readonly corrupt: readonly string[];
}

/** Rows that need attention at `now`, longest waiting first. One bad row hides none of the others. */
export async function wakingBatch(
  tx: ReadTx<'outbox'>,
  now: Instant,
  limit: number,
): Promise<Waking> {
  const raw = await tx
    .objectStore('outbox')
    .index('wake')
    .getAll(IDBKeyRange.upperBound(now), limit);
  const parsed = raw.map((row) => v.safeParse(outboxRowSchema, row));
  return {
    rows: parsed.flatMap(({ success, output }) => (success ? [output] : [])),
    corrupt: raw.flatMap(({ key }, index) => (parsed[index]?.success ? [] : [key])),
  };
}

/** Those of {@link wakingBatch} that can be read. */
export async function wakingRows(
  tx: ReadTx<'outbox'>,
  now: Instant,
  limit: number,
): Promise<readonly OutboxRow[]> {
  return (await wakingBatch(tx, now, limit)).rows;
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
