import type { ContactId, EnrollmentId, WorkflowId } from '@/lib/domain/ids';
import { type JournalEntry, journalEntrySchema } from '@/lib/domain/journal-entry';
import type { Instant } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';

/** Adds a line, in the same transaction as the change that it records. */
export async function appendJournal(tx: WriteTx<'journal'>, entry: JournalEntry): Promise<void> {
  await tx.objectStore('journal').add(entry);
}

export async function journalOfEnrollment(
  tx: ReadTx<'journal'>,
  id: EnrollmentId,
): Promise<readonly JournalEntry[]> {
  return read(tx, 'enrollment', id);
}

export async function journalOfContact(
  tx: ReadTx<'journal'>,
  id: ContactId,
): Promise<readonly JournalEntry[]> {
  return read(tx, 'contact', id);
}

/** Lines about a contact from then on. */
export async function journalOfContactSince(
  tx: ReadTx<'journal'>,
  id: ContactId,
  since: Instant,
): Promise<readonly JournalEntry[]> {
  const range = IDBKeyRange.bound([id, since], [id, Number.MAX_SAFE_INTEGER]);
  const rows = await tx.objectStore('journal').index('contact').getAll(range);
  return rows.map((row) => parseRow(journalEntrySchema, row));
}

/** What a workflow did and what was done to it, the newest first. */
export async function journalOfWorkflow(
  tx: ReadTx<'journal'>,
  id: WorkflowId,
  limit = 200,
): Promise<readonly JournalEntry[]> {
  const range = IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
  const entries: JournalEntry[] = [];
  let cursor = await tx.objectStore('journal').index('workflow').openCursor(range, 'prev');
  while (cursor !== null && entries.length < limit) {
    entries.push(parseRow(journalEntrySchema, cursor.value));
    cursor = await cursor.continue();
  }
  return entries;
}

/** Lines are counted; this is the last one's number, 0 before the first. */
export async function lastLine(tx: ReadTx<'journal'>): Promise<number> {
  const cursor = await tx.objectStore('journal').openCursor(null, 'prev');
  return typeof cursor?.key === 'number' ? cursor.key : 0;
}

/** What was written after a line. */
export async function linesAfter(
  tx: ReadTx<'journal'>,
  line: number,
): Promise<readonly JournalEntry[]> {
  const rows = await tx.objectStore('journal').getAll(IDBKeyRange.lowerBound(line, true));
  return rows.map((row) => parseRow(journalEntrySchema, row));
}

async function read(tx: ReadTx<'journal'>, index: 'contact' | 'enrollment', id: string) {
  const range = IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
  const rows = await tx.objectStore('journal').index(index).getAll(range, 200);
  return rows.map((row) => parseRow(journalEntrySchema, row));
}
