import { type Enrollment, enrollmentSchema, isLive } from '@/lib/domain/enrollment/enrollment';
import type { ContactId, EnrollmentId, SenderId, SequenceId } from '@/lib/domain/ids';
import { parseRow } from './parse-row';
import type { EnrollmentRow } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/** When a paused enrollment goes on, as far as anybody can say. */
const NEVER = Number.MAX_SAFE_INTEGER;

export function threadKey(senderId: SenderId, threadId: string): string {
  return `${senderId}/${threadId}`;
}

export async function putEnrollment(
  tx: WriteTx<'enrollments'>,
  enrollment: Enrollment,
): Promise<void> {
  await tx.objectStore('enrollments').put(toRow(enrollment));
}

export async function getEnrollment(
  tx: ReadTx<'enrollments'>,
  id: EnrollmentId,
): Promise<Enrollment | undefined> {
  const row = await tx.objectStore('enrollments').get(id);
  return row === undefined ? undefined : parseRow(enrollmentSchema, row);
}

/** The newest enrollment of a contact, live or not. */
export async function lastEnrollmentOf(
  tx: ReadTx<'enrollments'>,
  contactId: ContactId,
): Promise<Enrollment | undefined> {
  const range = IDBKeyRange.bound([contactId, 0], [contactId, Number.MAX_SAFE_INTEGER]);
  const cursor = await tx.objectStore('enrollments').index('contact').openCursor(range, 'prev');
  return cursor === null ? undefined : parseRow(enrollmentSchema, cursor.value);
}

/** The enrollments whose email conversation this is; more than one after a re-enrollment. */
export async function enrollmentsOfThread(
  tx: ReadTx<'enrollments'>,
  senderId: SenderId,
  threadId: string,
): Promise<readonly Enrollment[]> {
  const rows = await tx
    .objectStore('enrollments')
    .index('thread')
    .getAll(threadKey(senderId, threadId), 20);
  return rows.map((row) => parseRow(enrollmentSchema, row));
}

/** The enrollments that sent one of these messages, by its Message-ID. */
export async function enrollmentsOfReferences(
  tx: ReadTx<'enrollments'>,
  references: readonly string[],
): Promise<readonly Enrollment[]> {
  const index = tx.objectStore('enrollments').index('reference');
  const found = await Promise.all(references.map((reference) => index.getAll(reference, 20)));
  return found.flat().map((row) => parseRow(enrollmentSchema, row));
}

/** The last enrollments of a contact that have ended, newest first. */
export async function endedEnrollmentsOf(
  tx: ReadTx<'enrollments'>,
  contactId: ContactId,
  limit: number,
): Promise<readonly Enrollment[]> {
  const range = IDBKeyRange.bound([contactId, 0], [contactId, Number.MAX_SAFE_INTEGER]);
  const ended: Enrollment[] = [];
  let cursor = await tx.objectStore('enrollments').index('contact').openCursor(range, 'prev');
  while (cursor !== null && ended.length < limit) {
    const enrollment = parseRow(enrollmentSchema, cursor.value);
    if (!isLive(enrollment)) ended.push(enrollment);
    cursor = await cursor.continue();
  }
  return ended;
}

/** Some live enrollments of a sequence, paused ones last. */
export async function liveEnrollmentsOf(
  tx: ReadTx<'enrollments'>,
  sequenceId: SequenceId,
  limit: number,
): Promise<readonly Enrollment[]> {
  const range = IDBKeyRange.bound([sequenceId, 0], [sequenceId, NEVER]);
  const rows = await tx.objectStore('enrollments').index('liveNext').getAll(range, limit);
  return rows.map((row) => parseRow(enrollmentSchema, row));
}

function toRow(enrollment: Enrollment): EnrollmentRow {
  const { thread, nextAt, senderId, sequenceId, state } = enrollment;
  const next = state.kind === 'paused' ? NEVER : (nextAt ?? NEVER);
  return {
    ...enrollment,
    ...(thread && { threadKey: threadKey(senderId, thread.threadId) }),
    ...(isLive(enrollment) && { liveNext: [sequenceId, next] }),
  };
}
