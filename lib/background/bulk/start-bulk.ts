import type { WorkerDeps } from '@/lib/background/deps';
import { prepareEnrollment } from '@/lib/background/enrolling/prepare-enrollment';
import { FACT_STORES } from '@/lib/background/enrolling/shared-facts';
import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import { decide } from '@/lib/domain/enrollment/decide';
import type { BulkStarted } from '@/lib/rpc/bulk-views';
import type { Parsed } from '@/lib/rpc/protocol';
import { addBulkRun, bulkItems, getBulkRun, putBulkRun } from '@/lib/store/bulk-runs';
import { appendJournal } from '@/lib/store/journal';
import type { BulkItem, BulkRun } from '@/lib/store/schema';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { choicesOf } from './bulk-choices';

type BulkTx = WriteTx<'bulkRuns' | 'bulkItems' | 'journal'>;
type Item = Pick<BulkItem, 'person' | 'enrollmentId'>;

const STORES = ['bulkRuns', 'bulkItems', 'journal'] as const;

/** What stands against the whole bulk and not against one of its contacts. */
const FOR_ALL: ReadonlySet<CheckCode> = new Set([
  'bulkSize',
  'sequenceAvailable',
  'sequenceHasSteps',
  'sequenceNotPaused',
  'senderEligible',
]);

/** Writes down whom to enroll; the worker does it from there, whatever dies when. */
export async function startBulk(
  deps: WorkerDeps,
  { people, choices }: Parsed<'bulk.start'>,
): Promise<BulkStarted> {
  const settings = await deps.settings();
  const { ids } = deps;
  const now = deps.clock.now();
  const { accepted, confirmed } = choices;
  const batch = { size: people.length, ...(confirmed !== undefined && { confirmed }) };
  const by = { origin: 'bulk', accepted, batch, settings, ids, now } as const;
  const database = await deps.connection.get();
  const stores = [...new Set([...FACT_STORES, ...STORES] as const)];
  return writeAtOnce(database, stores, async (tx): Promise<BulkStarted> => {
    const [first] = people;
    if (first === undefined) return { kind: 'refused', checks: [] };
    const { request, facts } = await prepareEnrollment(tx, choicesOf(first, choices), by);
    const { checks } = decide(request, facts, now);
    const against = checks.filter(
      (check) => FOR_ALL.has(check.code) && !isAllowed(check, accepted),
    );
    if (against.length > 0) return { kind: 'refused', checks: against };
    const items = people.map((person) => ({ person }));
    return begin(tx, { action: { kind: 'enroll', choices }, items }, by);
  });
}

/** Unenrolls, pauses or resumes many. Whose sequence it is does not matter. */
export async function startBulkChange(
  deps: WorkerDeps,
  { action, enrollmentIds }: Parsed<'bulk.change'>,
): Promise<BulkStarted> {
  const by = { ids: deps.ids, now: deps.clock.now() };
  const items = [...new Set(enrollmentIds)].map((enrollmentId) => ({ enrollmentId }));
  return writeAtOnce(await deps.connection.get(), STORES, (tx) =>
    begin(tx, { action: { kind: action }, items }, by),
  );
}

/** Takes back what a bulk has changed so far, and stops it if it still runs. */
export async function startBulkRestore(
  deps: WorkerDeps,
  { runId }: Parsed<'bulk.restore'>,
): Promise<BulkStarted> {
  const by = { ids: deps.ids, now: deps.clock.now() };
  return writeAtOnce(await deps.connection.get(), STORES, async (tx): Promise<BulkStarted> => {
    const run = await getBulkRun(tx, runId);
    if (run === undefined) return { kind: 'refused', checks: [] };
    if (run.state === 'running') await putBulkRun(tx, { ...run, state: 'canceled' });
    const all = await bulkItems(tx, runId, { from: 0, count: run.total });
    const items = all.flatMap(({ enrollmentId, outcome }) =>
      enrollmentId && outcome?.kind === 'changed' ? [{ enrollmentId }] : [],
    );
    if (items.length === 0) return { kind: 'refused', checks: [] };
    return begin(tx, { action: { kind: 'restore' }, items }, by);
  });
}

async function begin(
  tx: BulkTx,
  { action, items }: { readonly action: BulkRun['action']; readonly items: readonly Item[] },
  { ids, now }: Pick<WorkerDeps, 'ids'> & { readonly now: number },
): Promise<BulkStarted> {
  const runId = ids.next();
  const total = items.length;
  await addBulkRun(
    tx,
    { id: runId, action, state: 'running', total, next: 0, createdAt: now },
    items.map((item, index) => ({ runId, index, ...item })),
  );
  await appendJournal(tx, {
    at: now,
    code: 'bulkStarted',
    actor: 'person',
    params: { action: action.kind, total },
  });
  return { kind: 'started', runId };
}

function isAllowed(check: Check, accepted: readonly CheckCode[]): boolean {
  if (check.result === 'pass') return true;
  return check.result === 'warn' && check.overridable && accepted.includes(check.code);
}
