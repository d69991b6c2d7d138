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

/** `failedAt` is written by whoever parks a row; the other sparse keys follow from its state. */
function recordOf(row: OutboxRow): OutboxRecord {
  const isOpen = row.state === 'due' || row.state === 'sending';
  const isAsking = isOpen && row.waiting === 'late';
  return { ...row, ...(isOpen && { openDue: row.dueAt }), ...(isAsking && { asking: row.dueAt }) };
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

/** Rows that are not final, in planned order. */
export async function openRowsInOrder(
  tx: ReadTx<'outbox'>,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const rows = await tx.objectStore('outbox').index('open').getAll(null, limit);
  return rows.map((row) => parseRow(outboxRowSchema, row));
}

/** Rows that wake within a span of time, the soonest first. */
export async function rowsWakingIn(
  tx: ReadTx<'outbox'>,
  span: { readonly after: Instant; readonly until: Instant; readonly limit: number },
): Promise<readonly OutboxRow[]> {
  if (span.after >= span.until) return [];
  const range = IDBKeyRange.bound(span.after, span.until, true);
  const rows = await tx.objectStore('outbox').index('wake').getAll(range, span.limit);
  return rows.map((row) => parseRow(outboxRowSchema, row));
}

/**
 * Rows that are not final and planned within a span of time, in planned order. Never cut within one
 * instant, so that going on after the last one leaves none out.
 */
export async function openRowsBetween(
  tx: ReadTx<'outbox'>,
  span: { readonly after: Instant; readonly before: Instant; readonly limit: number },
): Promise<readonly OutboxRow[]> {
  const index = tx.objectStore('outbox').index('open');
  const within = IDBKeyRange.bound(span.after, span.before, true, true);
  const rows = await index.getAll(within, span.limit);
  const last = rows.at(-1)?.dueAt;
  const whole =
    last === undefined || rows.length < span.limit
      ? rows
      : [...rows.filter(({ dueAt }) => dueAt < last), ...(await index.getAll(last))];
  return whole.map((row) => parseRow(outboxRowSchema, row));
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
