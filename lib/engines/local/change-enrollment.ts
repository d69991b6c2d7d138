import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { EnrollmentId, WorkflowId } from '@/lib/domain/ids';
import type { JournalCode, JournalEntry } from '@/lib/domain/journal-entry';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { CALENDAR_STORES } from '@/lib/store/calendars';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { openRowOf } from '@/lib/store/outbox';
import { getSequence } from '@/lib/store/sequences';
import type { ReadTx, WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { ADVANCE_STORES } from './write-advance';

/** What a person's change of an enrollment reads and writes. */
export const CHANGE_STORES = [
  ...ADVANCE_STORES,
  ...CALENDAR_STORES,
  'sequenceVersions',
  'senders',
  'undo',
] as const;

export type ChangeTx = WriteTx<(typeof CHANGE_STORES)[number]>;

/** One change of one enrollment, in a transaction that somebody else began. */
export interface Change {
  readonly id: EnrollmentId;
  readonly now: Instant;
  /** Workflows whose actions led to it, nearest first. */
  readonly chain?: readonly WorkflowId[];
}

/** Makes one change in a transaction of its own, and has every surface look again. */
export async function changeEnrollment<Outcome extends { readonly kind: string }>(
  deps: Pick<EngineDeps, 'connection' | 'clock' | 'changed'>,
  id: EnrollmentId,
  change: (tx: ChangeTx, change: Change) => Promise<Outcome>,
): Promise<Outcome> {
  const database = await deps.connection.get();
  const now = deps.clock.now();
  const outcome = await writeAtOnce(database, CHANGE_STORES, (tx) => change(tx, { id, now }));
  deps.changed();
  return outcome;
}

/** An enrollment as it runs. */
export interface Running {
  readonly enrollment: Enrollment;
  readonly sequence: Sequence;
  /** Its effect that has not come to an end. */
  readonly row: OutboxRow | undefined;
}

export async function loadRunning(
  tx: ReadTx<'enrollments' | 'sequenceVersions' | 'outbox'>,
  id: EnrollmentId,
): Promise<Running | undefined> {
  const enrollment = await getEnrollment(tx, id);
  if (enrollment === undefined) return undefined;
  const [sequence, row] = await Promise.all([
    getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion),
    openRowOf(tx, id),
  ]);
  return sequence && { enrollment, sequence, row };
}

/** The line of the journal about a change. */
export async function noteChange(
  tx: WriteTx<'journal'>,
  { enrollment, sequence }: Pick<Running, 'enrollment' | 'sequence'>,
  entry: {
    readonly at: Instant;
    readonly code: JournalCode;
    readonly actor?: JournalEntry['actor'];
    readonly params?: Readonly<Record<string, string | number>>;
  },
): Promise<void> {
  await appendJournal(tx, {
    at: entry.at,
    code: entry.code,
    actor: entry.actor ?? 'person',
    contactId: enrollment.contactId,
    enrollmentId: enrollment.id,
    senderId: enrollment.senderId,
    params: { ...entry.params, sequence: sequence.name },
  });
}
