import { appendJournal } from '@/lib/store/journal';
import type { WriteTx } from '@/lib/store/transaction';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import type { Job } from './load-job';

/** From here on an email that left late says so. */
const WORTH_SAYING = HOUR;

/**
 * Nothing leaves late without saying so: a line of the journal with by how much, counted from the time that
 * the rep knows of: a move for a limit or a window has a line of its own.
 */
export async function noteLate(
  tx: WriteTx<'journal'>,
  { row }: Pick<Job, 'row'>,
  now: Instant,
): Promise<void> {
  const planned = row.promisedAt ?? row.dueAt;
  // It may have been found as sent only later: then it left when its draft was handed over.
  const lateMs = (row.handedOverAt ?? now) - planned;
  if (lateMs <= WORTH_SAYING) return;
  await appendJournal(tx, {
    at: now,
    code: 'sentLate',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: row.senderId,
    params: { step: row.stepIndex + 1, minutes: Math.round(lateMs / MINUTE), planned },
  });
}
