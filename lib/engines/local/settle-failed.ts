import { advance } from '@/lib/domain/enrollment/advance';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { wakeFor } from '@/lib/domain/enrollment/row-for';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { reserve, uncountSent, unreserveFor } from '@/lib/store/limits';
import { getOutboxRow, putOutboxRow } from '@/lib/store/outbox';
import { getSequence } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { ADVANCE_STORES, writeAdvance } from './write-advance';

const STORES = [...ADVANCE_STORES, 'sequenceVersions'] as const;

/** Why a row comes to its end without its email having left, as far as anybody knows. */
export interface Failure {
  /**
   * `failed`: the enrollment fails with it. `dropped`: the enrollment had ended, so the email was
   * not wanted any more.
   */
  readonly kind: 'failed' | 'dropped';
  /** Stable; a sentence in i18n. */
  readonly code: string;
  /** The mailbox is known to hold no draft of it. Otherwise it is looked for and removed. */
  readonly isDraftGone?: true;
}

/**
 * Parks a row for good with its reason. If the mailbox may still hold its draft, it wakes once more
 * for `remove-leftover.ts`: what is known is on disk before anything is removed.
 */
export async function settleFailed(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  key: OutboxRow['key'],
  why: Failure,
): Promise<void> {
  const now = deps.clock.now();
  await writeAtOnce(await deps.connection.get(), STORES, async (tx) => {
    const row = await getOutboxRow(tx, key);
    if (row === undefined || row.wakeAt === undefined) return;
    if (row.state === 'failed') {
      const { wakeAt: _nobody, ...left } = row;
      return putOutboxRow(tx, left);
    }
    const enrollment = await getEnrollment(tx, row.enrollmentId);
    if (why.kind === 'dropped' && enrollment && isLive(enrollment)) {
      await wantAgain(tx, row, enrollment, now);
    } else {
      await settle(tx, { row, enrollment, why, now });
    }
  });
  deps.changed();
}

type SettleTx = WriteTx<(typeof STORES)[number]>;

/** Taken back while its email was being dropped: the email is wanted again, in a new draft. */
async function wantAgain(
  tx: SettleTx,
  row: OutboxRow,
  enrollment: Enrollment,
  now: Instant,
): Promise<void> {
  const { draftId: _gone, handedOverAt: before, wakeAt: _asleep, waiting: _over, ...again } = row;
  await putOutboxRow(tx, { ...again, state: 'due', ...wakeFor(enrollment, now) });
  if (before === undefined) return;
  await uncountSent(tx, row.senderId, before);
  await reserve(tx, row.senderId, row.dueAt);
}

async function settle(
  tx: SettleTx,
  about: {
    readonly row: OutboxRow;
    readonly enrollment: Enrollment | undefined;
    readonly why: Failure;
    readonly now: Instant;
  },
): Promise<void> {
  const { row, enrollment, why, now } = about;
  const { wakeAt: _final, waiting: _over, retry: _anew, ...rest } = row;
  const mayRemain = row.effect === 'email' && row.attempts > 0 && !why.isDraftGone;
  await putOutboxRow(tx, {
    ...rest,
    state: 'failed',
    failedAt: now,
    failure: why.code,
    ...(mayRemain && { wakeAt: now }),
  });
  await giveBack(tx, row, why);
  const sequence =
    enrollment && (await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion));
  if (why.kind === 'failed' && enrollment && sequence) {
    const event = { kind: 'stepFailed', code: why.code } as const;
    await writeAdvance(tx, advance(enrollment, sequence, event, now, EMPTY_CALENDAR));
  }
  await appendJournal(tx, {
    at: now,
    code: why.kind === 'failed' ? 'stepFailed' : 'stepDropped',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: row.senderId,
    params: { step: row.stepIndex + 1, reason: why.code },
  });
}

/** An email whose fate nobody knows may have left: it keeps its place. */
async function giveBack(tx: WriteTx<'limits'>, row: OutboxRow, { code }: Failure): Promise<void> {
  const { senderId, handedOverAt } = row;
  if (handedOverAt === undefined) await unreserveFor(tx, row);
  else if (code !== 'outcomeUnknown') await uncountSent(tx, senderId, handedOverAt);
}
