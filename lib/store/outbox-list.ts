import { displayName } from '@/lib/domain/contact/contact-name';
import { GRACE } from '@/lib/domain/enrollment/lateness';
import { mayRetry } from '@/lib/domain/enrollment/may-retry';
import { type OutboxRow, outboxRowSchema } from '@/lib/domain/enrollment/outbox-row';
import { waitingOf } from '@/lib/domain/enrollment/waiting-of';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { OutboxLine, OutboxView } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';
import { getContact } from './contacts';
import { getEnrollment } from './enrollments';
import { openRowsInOrder } from './outbox';
import { parseRow } from './parse-row';
import type { Database } from './schema';
import { listSenders } from './senders';
import { getSequence } from './sequences';
import { readPausedAll } from './standing';
import type { ReadTx } from './transaction';

const STORES = [
  'outbox',
  'enrollments',
  'contacts',
  'sequenceVersions',
  'senders',
  'meta',
] as const;

type OutboxTx = ReadTx<(typeof STORES)[number]>;

/** What is dropped with an enrollment that ended stays in the index and is passed over. */
const LOOK_THROUGH = 2_000;

/**
 * What is due, on its way, waiting and why, in planned order; and what has failed, the latest first.
 * Reads as many rows as are shown and what belongs to them, however many there are.
 *
 * @param options.limit of rows that are not final
 * @param options.parked of rows that have failed
 */
export async function readOutbox(
  database: Database,
  options: { readonly limit: number; readonly parked: number; readonly now: Instant },
): Promise<OutboxView> {
  const tx = database.transaction([...STORES]);
  const [open, parked, pausedAll, senders] = await Promise.all([
    openRowsInOrder(tx, options.limit + 1),
    parkedRows(tx, options.parked + 1),
    readPausedAll(tx),
    listSenders(tx),
  ]);
  const describe = createDescribe(tx, { senders, pausedAll, now: options.now });
  const [lines, failed] = await Promise.all([
    Promise.all(open.slice(0, options.limit).map(describe)),
    Promise.all(parked.slice(0, options.parked).map(describe)),
  ]);
  return {
    lines,
    parked: failed,
    hasMore: open.length > options.limit,
    hasMoreParked: parked.length > options.parked,
    ...(pausedAll !== undefined && { pausedAll }),
  };
}

async function parkedRows(tx: ReadTx<'outbox'>, limit: number): Promise<readonly OutboxRow[]> {
  const rows: OutboxRow[] = [];
  let cursor = await tx.objectStore('outbox').index('failed').openCursor(null, 'prev');
  for (let seen = 0; cursor !== null && rows.length < limit && seen < LOOK_THROUGH; seen += 1) {
    const row = parseRow(outboxRowSchema, cursor.value);
    if (row.failure !== 'ended') rows.push(row);
    cursor = await cursor.continue();
  }
  return rows;
}

function createDescribe(
  tx: OutboxTx,
  shared: {
    readonly senders: readonly Sender[];
    readonly pausedAll: Instant | undefined;
    readonly now: Instant;
  },
) {
  const { pausedAll, now } = shared;
  const versions = new Map<string, Promise<Sequence | undefined>>();

  return async (row: OutboxRow): Promise<OutboxLine> => {
    const [enrollment, contact] = await Promise.all([
      getEnrollment(tx, row.enrollmentId),
      getContact(tx, row.contactId),
    ]);
    const version = `${enrollment?.sequenceId} ${enrollment?.sequenceVersion}`;
    const reading =
      versions.get(version) ??
      (enrollment === undefined
        ? Promise.resolve(undefined)
        : getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion));
    versions.set(version, reading);
    const sequence = await reading;
    const paused = enrollment?.state.kind === 'paused' ? enrollment.state.why : undefined;
    const waiting = waitingOf(row, pausedAll);
    const isOpen = row.state === 'due' || row.state === 'sending';
    const lateMs = now - (row.lateSince ?? row.dueAt);
    const to = enrollment?.to;
    return {
      key: row.key,
      enrollmentId: row.enrollmentId,
      contactName: contact ? displayName(contact) : (to ?? ''),
      ...(to !== undefined && { to }),
      from: enrollment?.from ?? shared.senders.find(({ id }) => id === row.senderId)?.address ?? '',
      sequenceName: sequence?.name ?? '',
      step: row.stepIndex + 1,
      steps: sequence?.steps.length ?? row.stepIndex + 1,
      effect: row.effect,
      state: row.state === 'sent' ? 'due' : row.state,
      planned: row.dueAt,
      ...(enrollment && { zone: enrollment.zone, zoneSource: enrollment.zoneSource }),
      ...(isOpen && row.wakeAt !== undefined && { wakeAt: row.wakeAt }),
      ...(isOpen && paused !== undefined && { paused }),
      ...(isOpen && waiting !== undefined && { waiting }),
      ...(isOpen && lateMs > GRACE && { lateMs }),
      ...(row.state === 'failed' && {
        failure: row.failure ?? '',
        failedAt: row.failedAt ?? row.dueAt,
        mayRetry: mayRetry(row) && enrollment?.state.kind === 'failed',
      }),
    };
  };
}
