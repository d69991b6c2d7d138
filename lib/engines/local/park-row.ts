import * as v from 'valibot';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { contactIdSchema, enrollmentIdSchema, senderIdSchema } from '@/lib/domain/ids';
import { releaseClaim } from '@/lib/store/claims';
import { appendJournal } from '@/lib/store/journal';
import { uncountSent, unreserve } from '@/lib/store/limits';
import type { EnrollmentRow, OutboxRecord } from '@/lib/store/schema';
import { countLive } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { type Instant, instantSchema } from '@/lib/time/instant';
import type { EngineDeps } from './deps';

const STORES = ['outbox', 'enrollments', 'claims', 'sequences', 'limits', 'journal'] as const;

type ParkTx = WriteTx<(typeof STORES)[number]>;

const LIVE: readonly string[] = ['scheduled', 'active', 'paused'];

/**
 * Takes a row out of the queue that cannot be worked on, with its error, and fails its enrollment.
 * Believes nothing that the row or the enrollment says: either may be why.
 */
export async function parkRow(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  key: string,
  code: string,
): Promise<void> {
  const now = deps.clock.now();
  await writeAtOnce(await deps.connection.get(), STORES, async (tx) => {
    const row = await tx.objectStore('outbox').get(key);
    if (row === undefined) return;
    const { wakeAt: _final, waiting: _over, openDue: _done, ...rest } = row;
    await tx
      .objectStore('outbox')
      .put({ ...rest, state: 'failed', failedAt: now, failure: code } satisfies OutboxRecord);
    await giveBack(tx, row);
    await failEnrollment(tx, row.enrollmentId, { now, code });
    await note(tx, row, { now, code });
  });
  deps.changed();
}

async function giveBack(tx: ParkTx, row: OutboxRecord): Promise<void> {
  const senderId = v.safeParse(senderIdSchema, row.senderId);
  const isOpen = row.state === 'due' || row.state === 'sending';
  if (!senderId.success || !isOpen || row.effect === 'task') return;
  const handedOverAt = v.safeParse(instantSchema, row.handedOverAt);
  const dueAt = v.safeParse(instantSchema, row.dueAt);
  if (handedOverAt.success) await uncountSent(tx, senderId.output, handedOverAt.output);
  else if (dueAt.success) await unreserve(tx, senderId.output, dueAt.output);
}

/** The contact is free again, whatever else is wrong with what is kept about them. */
async function failEnrollment(
  tx: ParkTx,
  rawId: unknown,
  { now, code }: { readonly now: Instant; readonly code: string },
): Promise<void> {
  const id = v.safeParse(enrollmentIdSchema, rawId);
  const found = id.success && (await tx.objectStore('enrollments').get(id.output));
  if (!found || !LIVE.includes(found.state?.kind)) return;
  const { nextAt: _none, liveNext: _over, ...rest } = found;
  const failed: EnrollmentRow = {
    ...rest,
    state: { kind: 'failed', at: now, code },
    updatedAt: now,
  };
  await tx.objectStore('enrollments').put(failed);
  if (isKey(found.contactId)) await releaseClaim(tx, failed satisfies Enrollment);
  if (isKey(found.sequenceId)) await countLive(tx, found.sequenceId, -1);
}

function isKey(id: unknown): boolean {
  return typeof id === 'string';
}

async function note(
  tx: ParkTx,
  row: OutboxRecord,
  { now, code }: { readonly now: Instant; readonly code: string },
): Promise<void> {
  const contactId = v.safeParse(contactIdSchema, row.contactId);
  const enrollmentId = v.safeParse(enrollmentIdSchema, row.enrollmentId);
  const senderId = v.safeParse(senderIdSchema, row.senderId);
  const step = Number.isInteger(row.stepIndex) ? { step: row.stepIndex + 1 } : {};
  await appendJournal(tx, {
    at: now,
    code: 'stepFailed',
    actor: 'engine',
    ...(contactId.success && { contactId: contactId.output }),
    ...(enrollmentId.success && { enrollmentId: enrollmentId.output }),
    ...(senderId.success && { senderId: senderId.output }),
    params: { ...step, reason: code },
  });
}
