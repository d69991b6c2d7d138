import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { addressKey } from '@/lib/domain/contact/email-address';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { ContactId, EnrollmentId } from '@/lib/domain/ids';
import { addClaim } from '@/lib/store/claims';
import { getContact, putContact } from '@/lib/store/contacts';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow } from '@/lib/store/outbox';
import type { Database, StoreName } from '@/lib/store/schema';
import { putSender } from '@/lib/store/senders';
import { putSequenceHead } from '@/lib/store/sequences';
import { putSuppression } from '@/lib/store/suppressions';
import { putTask } from '@/lib/store/tasks';
import { refreshId } from '@/lib/store/token-vault';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { bucketsOf } from './buckets-of';
import type { LossCause } from './compare-homes';
import { MIRRORED } from './mirrored-stores';
import type { MirrorContent } from './read-mirror';

const STORES = [
  ...MIRRORED,
  'claims',
  'limits',
  'homeLog',
  'journal',
  'secrets',
] as const satisfies readonly StoreName[];

type RestoreTx = WriteTx<(typeof STORES)[number]>;

export interface Loss {
  readonly cause: LossCause;
  /** What the database was known as, and how far it had come. */
  readonly identity: string;
  readonly epoch: number;
  readonly now: Instant;
}

/**
 * Brings back from the second home what it holds, into an empty database or forward over an older
 * one, in one transaction: afterwards this is the database that was expected, or nothing has changed
 * and it is found lost again. What the mirror holds is newer than whatever an older database says.
 *
 * Effects that were under way stay under way: their rows come back as they were before anything that
 * may have happened since, and draft-first sending asks the mailbox about them as after any crash.
 */
export async function restoreDatabase(
  database: Database,
  content: MirrorContent,
  loss: Loss,
): Promise<void> {
  await writeAtOnce(database, STORES, async (tx) => {
    await putRows(tx, content);
    const enrollments = await tx.objectStore('enrollments').getAll();
    const live = new Map(enrollments.filter(isLive).map((one) => [one.id, one]));
    const rows = await dropOrphans(tx, live);
    await writeClaims(tx, [...live.values()]);
    await countLiveAgain(tx, [...live.values()]);
    await writeLimits(tx, rows, loss.now);
    await noteSenders(tx);
    await noteLoss(tx, content, loss, { live: live.size, sent: rows.filter(isSent).length });
  });
}

async function putRows(tx: RestoreTx, { rows, gone }: MirrorContent): Promise<void> {
  for (const row of rows.contacts) {
    const known = await getContact(tx, row.id).catch(() => undefined);
    if (known === undefined || known.updatedAt < row.updatedAt) {
      await putContact(tx, { ...row, ...(known?.past && { past: known.past }) });
    }
  }
  await Promise.all([
    ...rows.enrollments.map((row) => putEnrollment(tx, row)),
    ...rows.outbox.map((row) => putOutboxRow(tx, doubtful(row))),
    ...rows.suppression.map((row) => putSuppression(tx, row)),
    ...rows.senders.map((row) => putSender(tx, row)),
    ...rows.sequences.map((row) => putSequenceHead(tx, row)),
    ...rows.sequenceVersions.map((row) => tx.objectStore('sequenceVersions').put(row)),
    ...rows.tasks.map((row) => putTask(tx, row)),
    ...rows.meta.map((row) => tx.objectStore('meta').put(row)),
    ...gone.outbox.map((key) => tx.objectStore('outbox').delete(key)),
    ...gone.suppression.map((key) => tx.objectStore('suppression').delete(key)),
    ...gone.meta.map((key) => tx.objectStore('meta').delete(key)),
  ]);
}

/** Of an email that is due nobody knows for sure what an earlier life did: the mailbox is asked first. */
function doubtful(row: OutboxRow): OutboxRow {
  return row.state === 'due' ? { ...row, attempts: Math.max(1, row.attempts) } : row;
}

/** Effects of those who are in no sequence any more do not happen. */
async function dropOrphans(
  tx: RestoreTx,
  live: ReadonlyMap<EnrollmentId, Enrollment>,
): Promise<readonly OutboxRow[]> {
  const rows = await tx.objectStore('outbox').getAll();
  const isKept = ({ state, enrollmentId }: OutboxRow) => state !== 'due' || live.has(enrollmentId);
  for (const row of rows) if (!isKept(row)) await tx.objectStore('outbox').delete(row.key);
  return rows.filter(isKept);
}

async function writeClaims(tx: RestoreTx, live: readonly Enrollment[]): Promise<void> {
  const claims = tx.objectStore('claims');
  await claims.delete(IDBKeyRange.lowerBound(''));
  const held = new Set<ContactId | string>();
  for (const enrollment of live) {
    const address = addressKey(enrollment.to);
    // Never two for one person; a second one could only come from a damaged home.
    if (held.has(enrollment.contactId) || held.has(address)) continue;
    held.add(enrollment.contactId).add(address);
    const contact = await getContact(tx, enrollment.contactId).catch(() => undefined);
    await addClaim(tx, enrollment, contact && companyKeyOf(contact));
  }
}

async function countLiveAgain(tx: RestoreTx, live: readonly Enrollment[]): Promise<void> {
  const counts = Map.groupBy(live, ({ sequenceId }) => sequenceId);
  for (const head of await tx.objectStore('sequences').getAll()) {
    await putSequenceHead(tx, { ...head, live: counts.get(head.id)?.length ?? 0 });
  }
}

async function writeLimits(tx: RestoreTx, rows: readonly OutboxRow[], now: Instant): Promise<void> {
  const limits = tx.objectStore('limits');
  await limits.delete(IDBKeyRange.lowerBound([]));
  for (const bucket of bucketsOf(rows, now)) await limits.put(bucket);
}

/** The keys of tokens cannot leave the database: a mailbox whose token is lost is connected again. */
async function noteSenders(tx: RestoreTx): Promise<void> {
  for (const sender of await tx.objectStore('senders').getAll()) {
    // Nobody is signed in to a compose window.
    if (sender.kind === 'compose') continue;
    const secret = await tx.objectStore('secrets').get(refreshId(sender.address));
    if (secret === undefined) await putSender(tx, { ...sender, connection: 'expired' });
  }
}

async function noteLoss(
  tx: RestoreTx,
  { damaged }: MirrorContent,
  { cause, identity, epoch, now }: Loss,
  { live, sent }: { readonly live: number; readonly sent: number },
): Promise<void> {
  const meta = tx.objectStore('meta');
  await meta.put({ key: 'identity', value: identity });
  await meta.put({ key: 'loss', value: { cause, at: now, live, sent, damaged } });
  await tx.objectStore('homeLog').put({ seq: epoch + 1, keys: [] });
  const params = { cause, live, sent, damaged };
  await appendJournal(tx, { at: now, code: 'storeReplaced', actor: 'engine', params });
}

function isSent({ state }: OutboxRow): boolean {
  return state === 'sent';
}
