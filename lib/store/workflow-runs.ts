import type { ContactId, WorkflowId, WorkflowRunId } from '@/lib/domain/ids';
import { isInWorkflow, type WorkflowRun, workflowRunSchema } from '@/lib/domain/workflow/run';
import type { Instant } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';
import type { WorkflowRunRow } from './workflow-schema';

/** A run under every key it is found by: only who is inside holds a place, only who may go on is due. */
export async function putRun(tx: WriteTx<'workflowRuns'>, run: WorkflowRun): Promise<void> {
  await tx.objectStore('workflowRuns').put(toRow(run));
}

/** A new run. `add`, and the key of who is inside is unique: nobody enters a workflow twice. */
export async function addRun(tx: WriteTx<'workflowRuns'>, run: WorkflowRun): Promise<void> {
  await tx.objectStore('workflowRuns').add(toRow(run));
}

export async function getRun(
  tx: ReadTx<'workflowRuns'>,
  id: WorkflowRunId,
): Promise<WorkflowRun | undefined> {
  const row = await tx.objectStore('workflowRuns').get(id);
  return row === undefined ? undefined : parseRow(workflowRunSchema, row);
}

/** The run of a contact that is in the workflow now. */
export async function insideRun(
  tx: ReadTx<'workflowRuns'>,
  workflowId: WorkflowId,
  contactId: ContactId,
): Promise<WorkflowRun | undefined> {
  const key = insideKey(workflowId, contactId);
  const row = await tx.objectStore('workflowRuns').index('inside').get(key);
  return row === undefined ? undefined : parseRow(workflowRunSchema, row);
}

/** Some of those who are in a workflow now; as stored, for one may be unreadable. */
export function insideRunRows(
  tx: ReadTx<'workflowRuns'>,
  workflowId: WorkflowId,
  limit: number,
): Promise<readonly WorkflowRunRow[]> {
  const range = IDBKeyRange.bound(`${workflowId}/`, `${workflowId}/\uffff`);
  return tx.objectStore('workflowRuns').index('inside').getAll(range, limit);
}

/** Some runs that wait until a person lets the workflow go on; as stored. */
export function heldRunRows(
  tx: ReadTx<'workflowRuns'>,
  workflowId: WorkflowId,
  limit: number,
): Promise<readonly WorkflowRunRow[]> {
  return tx.objectStore('workflowRuns').index('held').getAll(workflowId, limit);
}

/** Runs whose next action is due, longest waiting first; as stored, for one may be unreadable. */
export async function dueRunRows(
  tx: ReadTx<'workflowRuns'>,
  now: Instant,
  limit: number,
): Promise<readonly WorkflowRunRow[]> {
  return tx.objectStore('workflowRuns').index('due').getAll(IDBKeyRange.upperBound(now), limit);
}

/** When the next run goes on; `undefined` when none will by itself. */
export async function nextRunDue(tx: ReadTx<'workflowRuns'>): Promise<Instant | undefined> {
  const cursor = await tx.objectStore('workflowRuns').index('due').openKeyCursor();
  return typeof cursor?.key === 'number' ? cursor.key : undefined;
}

/** Runs of a workflow, the newest first. @param before only those begun before */
export async function runsOfWorkflow(
  tx: ReadTx<'workflowRuns'>,
  id: WorkflowId,
  limit: number,
  before?: Instant,
): Promise<readonly WorkflowRun[]> {
  return newestFirst(tx, 'workflow', { id, limit, ...(before !== undefined && { before }) });
}

/** Runs of a contact in any workflow, the newest first. */
export async function runsOfContact(
  tx: ReadTx<'workflowRuns'>,
  id: ContactId,
  limit: number,
): Promise<readonly WorkflowRun[]> {
  return newestFirst(tx, 'contact', { id, limit });
}

async function newestFirst(
  tx: ReadTx<'workflowRuns'>,
  index: 'workflow' | 'contact',
  { id, limit, before }: { readonly id: string; readonly limit: number; readonly before?: Instant },
): Promise<readonly WorkflowRun[]> {
  const last = (before ?? Number.MAX_SAFE_INTEGER) - 1;
  const range = IDBKeyRange.bound([id, 0], [id, last]);
  const rows: WorkflowRunRow[] = [];
  let cursor = await tx.objectStore('workflowRuns').index(index).openCursor(range, 'prev');
  while (cursor !== null && rows.length < limit) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return parsed(rows);
}

const parsed = (rows: readonly WorkflowRunRow[]) =>
  rows.map((row) => parseRow(workflowRunSchema, row));

const insideKey = (workflowId: WorkflowId, contactId: ContactId) => `${workflowId}/${contactId}`;

function toRow(run: WorkflowRun): WorkflowRunRow {
  const { dueAt, ...rest } = run;
  return {
    ...rest,
    ...(run.state.kind === 'active' && dueAt !== undefined && { dueAt }),
    ...(isInWorkflow(run) && { inside: insideKey(run.workflowId, run.contactId) }),
    ...(run.state.kind === 'held' && { held: run.workflowId }),
  };
}
