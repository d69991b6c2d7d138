import type { ActionLabels } from '@/components/options/workflow-list/dry-run-view';
import type { RunLine } from '@/components/options/workflow-list/run-line';
import { displayName } from '@/lib/domain/contact/contact-name';
import type { ContactId, WorkflowId } from '@/lib/domain/ids';
import type { WorkflowRun } from '@/lib/domain/workflow/run';
import { t } from '@/lib/i18n/t';
import { getContact } from '@/lib/store/contacts';
import type { Database } from '@/lib/store/schema';
import { listAllSequences } from '@/lib/store/sequence-list';
import type { ReadTx } from '@/lib/store/transaction';
import { runsOfContact, runsOfWorkflow } from '@/lib/store/workflow-runs';
import { getRevision, getWorkflowHead } from '@/lib/store/workflows';
import { actionLabels } from './action-labels';

const STORES = ['workflowRuns', 'workflowRevisions', 'workflows', 'contacts', 'sequences'] as const;
type Tx = ReadTx<(typeof STORES)[number]>;

/** Who is or was in a workflow, the latest first. */
export async function readWorkflowRuns(
  database: Database,
  id: WorkflowId,
  limit: number,
): Promise<readonly RunLine[]> {
  const tx = database.transaction([...STORES]);
  return linesOf(tx, await runsOfWorkflow(tx, id, limit));
}

/** The workflows that a contact is or was in, the latest first. */
export async function readContactRuns(
  database: Database,
  id: ContactId,
  limit: number,
): Promise<readonly RunLine[]> {
  const tx = database.transaction([...STORES]);
  return linesOf(tx, await runsOfContact(tx, id, limit));
}

async function linesOf(tx: Tx, runs: readonly WorkflowRun[]): Promise<readonly RunLine[]> {
  if (runs.length === 0) return [];
  const sequences = new Map((await listAllSequences(tx)).map((head) => [head.id, head]));
  const known = new Map<string, Promise<ActionLabels>>();
  /** Contacts go on with the revision that they began with, so names are those of that one. */
  const labelsOf = ({ workflowId, revision }: WorkflowRun) => {
    const key = `${workflowId}/${revision}`;
    const labels =
      known.get(key) ??
      getRevision(tx, workflowId, revision).then((workflow) =>
        actionLabels(workflow?.actions ?? [], sequences),
      );
    known.set(key, labels);
    return labels;
  };
  return Promise.all(runs.map(async (run) => lineOf(tx, run, await labelsOf(run))));
}

async function lineOf(
  tx: ReadTx<'contacts' | 'workflows'>,
  run: WorkflowRun,
  labels: ActionLabels,
): Promise<RunLine> {
  const [contact, head] = await Promise.all([
    getContact(tx, run.contactId),
    getWorkflowHead(tx, run.workflowId),
  ]);
  const { id, workflowId, contactId, cause, state, createdAt, next, dueAt } = run;
  const labelOf = (action: string) => labels.get(action) ?? t('workflows.action.unknown');
  return {
    id,
    workflowId,
    workflowName: head?.name ?? '',
    contactId,
    contactName: contact ? displayName(contact) : t('workflows.contactGone'),
    cause,
    state,
    createdAt,
    ...(next !== undefined && {
      next: { label: labelOf(next), ...(dueAt !== undefined && { at: dueAt }) },
    }),
    log: run.log.map(({ actionId, at, outcome }) => ({ at, outcome, label: labelOf(actionId) })),
  };
}
