import type { SequenceId, WorkflowId } from '@/lib/domain/ids';
import { placeholdersIn } from '@/lib/domain/message/placeholders-in';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { SequenceHead } from './schema';
import { listSenders } from './senders';
import { listAllSequences } from './sequence-list';
import { getSequence } from './sequences';
import type { ReadTx } from './transaction';
import { getRevision, listWorkflows } from './workflows';

export const WORKFLOW_FACT_STORES = [
  'sequences',
  'sequenceVersions',
  'senders',
  'workflows',
  'workflowRevisions',
] as const;

/** Everything else that a workflow may name or may come to fight with. */
export interface WorkflowFacts {
  readonly sequences: ReadonlyMap<
    SequenceId,
    {
      readonly name: string;
      readonly state: SequenceHead['state'];
      /** Tokens that somebody has to fill in by hand. */
      readonly placeholders: readonly string[];
    }
  >;
  readonly senders: readonly Sender[];
  /** Workflows that are on. */
  readonly others: readonly {
    readonly id: WorkflowId;
    readonly name: string;
    readonly draft: Workflow;
  }[];
}

/** What lint needs to know of the rest of the store. */
export async function readWorkflowFacts(
  tx: ReadTx<(typeof WORKFLOW_FACT_STORES)[number]>,
): Promise<WorkflowFacts> {
  const heads = await listAllSequences(tx);
  const sequences: [SequenceId, ReturnType<WorkflowFacts['sequences']['get']> & object][] = [];
  for (const { id, name, state, version } of heads) {
    const steps = (await getSequence(tx, id, version))?.steps ?? [];
    sequences.push([id, { name, state, placeholders: placeholdersIn(steps) }]);
  }
  const others = [];
  for (const { id, name, state, revision } of await listWorkflows(tx)) {
    const draft = state === 'off' ? undefined : await getRevision(tx, id, revision);
    if (draft) others.push({ id, name, draft });
  }
  return { sequences: new Map(sequences), senders: await listSenders(tx), others };
}
