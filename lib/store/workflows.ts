import type { SequenceId, WorkflowId } from '@/lib/domain/ids';
import { type Workflow, workflowSchema } from '@/lib/domain/workflow/workflow';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';
import type { WorkflowHead } from './workflow-schema';

/** A workflow as new contacts get it. */
export interface CurrentWorkflow {
  readonly head: WorkflowHead;
  readonly workflow: Workflow;
}

/** The head and the revision that it names. Deleted ones as well: their runs still name them. */
export async function getWorkflow(
  tx: ReadTx<'workflows' | 'workflowRevisions'>,
  id: WorkflowId,
): Promise<CurrentWorkflow | undefined> {
  const head = await getWorkflowHead(tx, id);
  const workflow = head && (await getRevision(tx, id, head.revision));
  return head && workflow && { head, workflow };
}

export async function getWorkflowHead(
  tx: ReadTx<'workflows'>,
  id: WorkflowId,
): Promise<WorkflowHead | undefined> {
  return tx.objectStore('workflows').get(id);
}

export async function getRevision(
  tx: ReadTx<'workflowRevisions'>,
  id: WorkflowId,
  revision: number,
): Promise<Workflow | undefined> {
  const row = await tx.objectStore('workflowRevisions').get([id, revision]);
  return row === undefined ? undefined : parseRow(workflowSchema, row);
}

/** All that are not deleted, by name. */
export async function listWorkflows(tx: ReadTx<'workflows'>): Promise<readonly WorkflowHead[]> {
  return (await listAllWorkflows(tx)).filter(({ state }) => state !== 'deleted');
}

/** Deleted ones as well. */
export async function listAllWorkflows(tx: ReadTx<'workflows'>): Promise<readonly WorkflowHead[]> {
  const heads = await tx.objectStore('workflows').getAll();
  return heads.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Those whose actions name a sequence, or that were made for it. */
export async function workflowsOfSequence(
  tx: ReadTx<'workflows'>,
  id: SequenceId,
): Promise<readonly WorkflowHead[]> {
  const heads = await tx.objectStore('workflows').index('sequence').getAll(id);
  return heads
    .filter(({ state }) => state !== 'deleted')
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Adds a revision and makes it the one that the head names. `add`: of two tabs that save the same
 * number, the database refuses the second.
 */
export async function addRevision(
  tx: WriteTx<'workflows' | 'workflowRevisions'>,
  head: WorkflowHead,
  workflow: Workflow,
): Promise<void> {
  await tx.objectStore('workflowRevisions').add(workflow);
  await putHead(tx, head);
}

export async function putHead(tx: WriteTx<'workflows'>, head: WorkflowHead): Promise<void> {
  await tx.objectStore('workflows').put(head);
}
