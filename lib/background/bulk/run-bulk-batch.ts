import type { WorkerDeps } from '@/lib/background/deps';
import { openPreparation, type Preparation } from '@/lib/background/enrolling/prepare-enrollment';
import { FACT_STORES } from '@/lib/background/enrolling/shared-facts';
import {
  ENROLL_STORES,
  noteRefusal,
  writeEnrollment,
} from '@/lib/background/enrolling/write-enrollment';
import type { BulkChoices, BulkOutcome } from '@/lib/domain/enrollment/bulk';
import { decide } from '@/lib/domain/enrollment/decide';
import { UNDO_MS } from '@/lib/domain/enrollment/undo';
import { CHANGE_STORES } from '@/lib/engines/local/change-enrollment';
import { exitWithin } from '@/lib/engines/local/exit-enrollment';
import { pauseWithin } from '@/lib/engines/local/pause-enrollment';
import { restoreWithin } from '@/lib/engines/local/restore-enrollment';
import { resumeWithin } from '@/lib/engines/local/resume-enrollment';
import { bulkItems, nextBulkRun, putBulkItem, putBulkRun } from '@/lib/store/bulk-runs';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import type { BulkItem, BulkRun } from '@/lib/store/schema';
import type { WriteTx } from '@/lib/store/transaction';
import { getUndo, putUndo } from '@/lib/store/undo';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { choicesOf } from './bulk-choices';

const STORES = [
  ...new Set([
    ...FACT_STORES,
    ...ENROLL_STORES,
    ...CHANGE_STORES,
    'bulkRuns',
    'bulkItems',
  ] as const),
];

type BatchTx = WriteTx<(typeof STORES)[number]>;

export type BatchDone =
  | { readonly kind: 'idle' }
  /** There is more to do, of this run or the next. */
  | { readonly kind: 'done'; readonly dueAt?: Instant };

/**
 * Does the next few items of the run that has waited longest. What each became is written in the
 * transaction that does it: a worker that dies repeats nothing and forgets nothing.
 *
 * @param size how many at once
 */
export async function runBulkBatch(deps: WorkerDeps, size: number): Promise<BatchDone> {
  const settings = await deps.settings();
  const now = deps.clock.now();
  const database = await deps.connection.get();
  return writeAtOnce(database, STORES, async (tx): Promise<BatchDone> => {
    const run = await nextBulkRun(tx);
    if (run === undefined) return { kind: 'idle' };
    const items = await bulkItems(tx, run.id, { from: run.next, count: size });
    const work = await workOf(tx, run, { ids: deps.ids, now, settings });
    let dueAt = Number.POSITIVE_INFINITY;
    for (const item of items) {
      const outcome = await work(item);
      await putBulkItem(tx, { ...item, outcome });
      if (outcome.kind === 'enrolled') dueAt = Math.min(dueAt, outcome.firstAt);
    }
    await moveOn(tx, { ...run, next: run.next + items.length }, now);
    return { kind: 'done', ...(Number.isFinite(dueAt) && { dueAt }) };
  });
}

type Work = (item: BulkItem) => Promise<BulkOutcome>;
type By = Pick<WorkerDeps, 'ids'> & Pick<Parameters<typeof openPreparation>[1], 'settings' | 'now'>;

async function workOf(tx: BatchTx, run: BulkRun, by: By): Promise<Work> {
  const { action, total, createdAt } = run;
  if (action.kind !== 'enroll') {
    const { kind } = action;
    return async ({ enrollmentId: id }) => {
      if (id === undefined) return { kind: 'unchanged' };
      const isChanged = await change(tx, kind, { id, now: by.now }, createdAt);
      return { kind: isChanged ? 'changed' : 'unchanged' };
    };
  }
  const { choices } = action;
  const { accepted, confirmed } = choices;
  const batch = { size: total, ...(confirmed !== undefined && { confirmed }) };
  const preparation = await openPreparation(tx, { ...by, origin: 'bulk', accepted, batch });
  return (item) => enrollItem(tx, preparation, choices, { ...by, item });
}

async function enrollItem(
  tx: BatchTx,
  preparation: Preparation,
  choices: BulkChoices,
  { item, ids, now }: By & { readonly item: BulkItem },
): Promise<BulkOutcome> {
  if (item.person === undefined) return { kind: 'refused', codes: [] };
  const prepared = await preparation.prepare(choicesOf(item.person, choices));
  const decision = decide(prepared.request, prepared.facts, now);
  if (decision.kind === 'refuse') {
    await noteRefusal(tx, prepared, decision, now);
    const failed = decision.checks.filter(({ result }) => result !== 'pass');
    const blocks = failed.filter(({ result }) => result === 'block');
    const warns = failed.filter(({ result }) => result === 'warn');
    return { kind: 'refused', codes: [...blocks, ...warns].map(({ code }) => code) };
  }
  const { enrollment, row } = await writeEnrollment(tx, prepared, decision, { ids, now });
  preparation.enrolled(prepared, decision.plan);
  return { kind: 'enrolled', enrollmentId: enrollment.id, firstAt: row.dueAt };
}

async function change(
  tx: BatchTx,
  kind: 'unenroll' | 'pause' | 'resume' | 'restore',
  one: Parameters<typeof pauseWithin>[1],
  askedAt: Instant,
): Promise<boolean> {
  switch (kind) {
    case 'unenroll':
      return (await exitWithin(tx, one, 'manual')).kind === 'ended';
    case 'pause': {
      const before = await getEnrollment(tx, one.id);
      return before?.state.kind !== 'paused' && (await pauseWithin(tx, one)).kind === 'paused';
    }
    case 'resume':
      return (await resumeWithin(tx, one)).kind === 'resumed';
    case 'restore':
      return (await restoreWithin(tx, one, askedAt)).kind === 'restored';
  }
}

async function moveOn(tx: BatchTx, run: BulkRun, now: Instant): Promise<void> {
  const isOver = run.next >= run.total;
  await putBulkRun(tx, { ...run, state: isOver ? 'finished' : 'running' });
  if (!isOver) return;
  await keepUndoOpen(tx, run, now);
  await appendJournal(tx, {
    at: now,
    code: 'bulkFinished',
    actor: 'person',
    params: { action: run.action.kind, total: run.total },
  });
}

/** The time to take it back begins when the last one is done, for the first ones as well. */
async function keepUndoOpen(tx: BatchTx, run: BulkRun, now: Instant): Promise<void> {
  if (run.action.kind === 'enroll' || run.action.kind === 'restore') return;
  const items = await bulkItems(tx, run.id, { from: 0, count: run.total });
  for (const { enrollmentId, outcome } of items) {
    if (enrollmentId === undefined || outcome?.kind !== 'changed') continue;
    const undo = await getUndo(tx, enrollmentId);
    if (undo?.action === run.action.kind) await putUndo(tx, { ...undo, until: now + UNDO_MS });
  }
}
