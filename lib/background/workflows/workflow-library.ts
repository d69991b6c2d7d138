import type { WorkflowId } from '@/lib/domain/ids';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { Log } from '@/lib/platform/log';
import { CorruptRow } from '@/lib/store/parse-row';
import type { ReadTx } from '@/lib/store/transaction';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { getRevision } from '@/lib/store/workflows';
import { type CompiledWorkflows, compileWorkflows } from './compiled-workflows';
import { isOn } from './workflow-heads';

/**
 * Revisions as they were read and compiled: facts that never change. Lives as long as one go through
 * the work, so that nothing is kept in a worker that sleeps.
 */
export interface WorkflowLibrary {
  readonly revision: (
    tx: ReadTx<'workflowRevisions'>,
    id: WorkflowId,
    revision: number,
  ) => Promise<Workflow | undefined>;
  /** Those of these that are on, compiled once for each set of revisions. */
  readonly compiled: (
    tx: ReadTx<'workflowRevisions'>,
    heads: readonly WorkflowHead[],
  ) => Promise<CompiledWorkflows>;
}

export function createWorkflowLibrary(log: Log): WorkflowLibrary {
  const revisions = new Map<string, Workflow | undefined>();
  let last: { readonly key: string; readonly set: CompiledWorkflows } | undefined;

  /** One that cannot be read is named and left out; the others do not wait for it. */
  async function revision(tx: ReadTx<'workflowRevisions'>, id: WorkflowId, number: number) {
    const key = `${id}/${number}`;
    if (revisions.has(key)) return revisions.get(key);
    const workflow = await getRevision(tx, id, number).catch((cause: unknown) => {
      if (!(cause instanceof CorruptRow)) throw cause;
      log.unexpected('workflowRevision', cause);
      return undefined;
    });
    revisions.set(key, workflow);
    return workflow;
  }

  return {
    revision,
    async compiled(tx, heads) {
      const on = heads.filter(isOn);
      const key = on.map(({ id, revision }) => `${id}/${revision}`).join(' ');
      if (last?.key !== key) {
        const workflows: Workflow[] = [];
        for (const head of on) {
          const workflow = await revision(tx, head.id, head.revision);
          if (workflow !== undefined) workflows.push(workflow);
        }
        last = { key, set: compileWorkflows(workflows) };
      }
      return last.set;
    },
  };
}
