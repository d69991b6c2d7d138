import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { addressKey } from '@/lib/domain/contact/email-address';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { isInWorkflow } from '@/lib/domain/workflow/run';
import { addClaim, findClaim } from '@/lib/store/claims';
import { getContact, putContact } from '@/lib/store/contacts';
import { putEnrollment } from '@/lib/store/enrollments';
import { reserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { Database, StoreName } from '@/lib/store/schema';
import { countLive, putSequenceHead } from '@/lib/store/sequences';
import { putTask } from '@/lib/store/tasks';
import type { WriteTx } from '@/lib/store/transaction';
import { putRun } from '@/lib/store/workflow-runs';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import type { BackupRows, BackupStore } from './backup-rows';

/** What came back, by kind; what was there already, and newer, does not count. */
export interface Merged {
  readonly contacts: number;
  readonly sequences: number;
  readonly enrollments: number;
  readonly workflows: number;
  readonly tasks: number;
  readonly history: number;
}

type Rows<Store extends BackupStore> = BackupRows[Store];

const BATCH = 100;

/**
 * Brings back from a backup what the database does not have. Nothing that is there is overwritten:
 * it is newer. In batches, each whole; begun again it goes on where it stopped.
 *
 * Workflows come back switched off, for only a person can say whether they should enroll whoever has
 * come to match meanwhile; whoever was inside has left.
 *
 * @param progress told how many of all rows were looked at
 */
export async function mergeBackup(
  database: Database,
  { rows, at }: { readonly rows: BackupRows; readonly at: Instant },
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Merged> {
  const total = Object.values(rows).reduce((sum, all) => sum + all.length, 0);
  let done = 0;
  const inBatches = async <Store extends BackupStore, Name extends StoreName>(
    all: Rows<Store>,
    stores: readonly Name[],
    keep: (tx: WriteTx<Name>, row: Rows<Store>[number]) => Promise<boolean>,
  ): Promise<number> => {
    let kept = 0;
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH);
      kept += await writeAtOnce(database, stores, async (tx) => {
        let fresh = 0;
        for (const row of batch) if (await keep(tx, row)) fresh += 1;
        return fresh;
      });
      done += batch.length;
      progress(done, total);
    }
    return kept;
  };
  /** Added where nothing has its key. */
  const absent = <Store extends 'suppression' | 'senders' | 'calendars' | 'workflowMembers'>(
    store: Store,
    all: Rows<Store>,
    key: (row: Rows<Store>[number]) => string,
    as: (row: Rows<Store>[number]) => object = (row) => row,
  ) =>
    inBatches<Store, Store>(all, [store], async (tx, row) => {
      if ((await tx.objectStore(store).get(key(row) as never)) !== undefined) return false;
      await tx.objectStore(store).put(as(row) as never);
      return true;
    });

  await absent('suppression', rows.suppression, ({ address }) => address);
  await absent(
    'senders',
    rows.senders,
    ({ id }) => id,
    (row) => ({ ...row, connection: 'expired' }),
  );
  await absent('calendars', rows.calendars, ({ id }) => id);
  const contacts = await inBatches<'contacts', 'contacts'>(
    rows.contacts,
    ['contacts'],
    async (tx, row) => {
      const known = await getContact(tx, row.id).catch(() => undefined);
      if (known !== undefined && known.updatedAt >= row.updatedAt) return false;
      await putContact(tx, row);
      return known === undefined;
    },
  );
  await inBatches<'sequenceVersions', 'sequenceVersions'>(
    rows.sequenceVersions,
    ['sequenceVersions'],
    async (tx, row) => {
      const store = tx.objectStore('sequenceVersions');
      if ((await store.get([row.id, row.version])) !== undefined) return false;
      await store.put(row);
      return true;
    },
  );
  const sequences = await inBatches<'sequences', 'sequences'>(
    rows.sequences,
    ['sequences'],
    async (tx, row) => {
      if ((await tx.objectStore('sequences').get(row.id)) !== undefined) return false;
      await putSequenceHead(tx, { ...row, live: 0 });
      return true;
    },
  );
  const rowsOf = Map.groupBy(rows.outbox, ({ enrollmentId }) => enrollmentId);
  const enrollments = await inBatches<'enrollments', (typeof ENROLLMENT_STORES)[number]>(
    rows.enrollments,
    ENROLLMENT_STORES,
    (tx, row) => keepEnrollment(tx, row, rowsOf.get(row.id) ?? []),
  );
  const tasks = await inBatches<'tasks', 'tasks'>(rows.tasks, ['tasks'], async (tx, row) => {
    if ((await tx.objectStore('tasks').get(row.id)) !== undefined) return false;
    await putTask(tx, row);
    return true;
  });
  const workflows = await keepWorkflows(inBatches, rows, at);
  await absent('workflowMembers', rows.workflowMembers, ({ contactId }) => contactId);
  const history = await keepHistory(database, rows.journal);
  progress(total, total);
  return { contacts, sequences, enrollments, workflows, tasks, history };
}

const ENROLLMENT_STORES = [
  'enrollments',
  'outbox',
  'claims',
  'sequences',
  'limits',
  'contacts',
] as const;

async function keepEnrollment(
  tx: WriteTx<(typeof ENROLLMENT_STORES)[number]>,
  enrollment: Enrollment,
  rows: readonly OutboxRow[],
): Promise<boolean> {
  const isKnown = (await tx.objectStore('enrollments').get(enrollment.id)) !== undefined;
  if (!isKnown && isLive(enrollment)) {
    const keys = { contactIds: [enrollment.contactId], addresses: [addressKey(enrollment.to)] };
    // Somebody enrolled them anew since: that is what holds.
    if ((await findClaim(tx, keys)) !== undefined) return false;
    const contact = await getContact(tx, enrollment.contactId).catch(() => undefined);
    await addClaim(tx, enrollment, contact && companyKeyOf(contact));
    await countLive(tx, enrollment.sequenceId, 1);
  }
  if (!isKnown) await putEnrollment(tx, enrollment);
  for (const row of rows) {
    const isOpen = row.state === 'due' || row.state === 'sending';
    if ((isOpen && isKnown) || (await tx.objectStore('outbox').get(row.key)) !== undefined)
      continue;
    // What happened to it since nobody here knows: the mailbox is asked before it is sent.
    await putOutboxRow(tx, isOpen ? { ...row, attempts: Math.max(1, row.attempts) } : row);
    if (isOpen && row.effect === 'email') await reserve(tx, row.senderId, row.dueAt);
  }
  return !isKnown;
}

async function keepWorkflows(
  inBatches: <Store extends BackupStore, Name extends StoreName>(
    all: Rows<Store>,
    stores: readonly Name[],
    keep: (tx: WriteTx<Name>, row: Rows<Store>[number]) => Promise<boolean>,
  ) => Promise<number>,
  rows: BackupRows,
  at: Instant,
): Promise<number> {
  await inBatches<'workflowRevisions', 'workflowRevisions'>(
    rows.workflowRevisions,
    ['workflowRevisions'],
    async (tx, row) => {
      const store = tx.objectStore('workflowRevisions');
      if ((await store.get([row.id, row.revision])) !== undefined) return false;
      await store.put(row);
      return true;
    },
  );
  await inBatches<'workflowRuns', 'workflowRuns'>(
    rows.workflowRuns,
    ['workflowRuns'],
    async (tx, row) => {
      if ((await tx.objectStore('workflowRuns').get(row.id)) !== undefined) return false;
      const { dueAt: _d, next: _n, ...rest } = row;
      const left = { kind: 'failed', at, code: 'databaseLost' } as const;
      await putRun(tx, isInWorkflow(row) ? { ...rest, state: left } : row);
      return true;
    },
  );
  const workflows = await inBatches<'workflows', 'workflows'>(
    rows.workflows,
    ['workflows'],
    async (tx, row) => {
      if ((await tx.objectStore('workflows').get(row.id)) !== undefined) return false;
      const state = row.state === 'deleted' ? row.state : 'off';
      await tx.objectStore('workflows').put({ ...row, state, inside: 0 });
      return true;
    },
  );
  return workflows;
}

/** The journal has no keys of its own: an entry is there when one says the same. */
async function keepHistory(database: Database, entries: BackupRows['journal']): Promise<number> {
  return writeAtOnce(database, ['journal'], async (tx) => {
    const store = tx.objectStore('journal');
    const known = new Set((await store.getAll()).map((entry) => textOf(entry)));
    const fresh = entries.filter((entry) => !known.has(textOf(entry)));
    await Promise.all(fresh.map((entry) => store.add(entry)));
    return fresh.length;
  });
}

function textOf(entry: BackupRows['journal'][number]): string {
  const { at, code, contactId, enrollmentId, senderId, workflowId, params } = entry;
  return JSON.stringify([at, code, contactId, enrollmentId, senderId, workflowId, params]);
}
