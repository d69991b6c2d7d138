import type { WorkflowId } from '@/lib/domain/ids';
import type { WriteTx } from '@/lib/store/transaction';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { listAllWorkflows, putHead } from '@/lib/store/workflows';

/** The heads of all workflows within one transaction: changed as often as it takes, written once. */
export interface WorkflowHeads {
  readonly all: () => readonly WorkflowHead[];
  readonly get: (id: WorkflowId) => WorkflowHead | undefined;
  readonly change: (id: WorkflowId, to: (head: WorkflowHead) => WorkflowHead) => void;
  /** The last thing that the transaction does. @returns was there anything to write? */
  readonly write: () => Promise<boolean>;
}

export async function openHeads(tx: WriteTx<'workflows'>): Promise<WorkflowHeads> {
  const heads = new Map((await listAllWorkflows(tx)).map((head) => [head.id, head]));
  const changed = new Set<WorkflowId>();
  return {
    all: () => [...heads.values()],
    get: (id) => heads.get(id),
    change(id, to) {
      const head = heads.get(id);
      if (head === undefined) return;
      heads.set(id, to(head));
      changed.add(id);
    },
    async write() {
      for (const id of changed) {
        const head = heads.get(id);
        if (head !== undefined) await putHead(tx, head);
      }
      return changed.size > 0;
    },
  };
}

/** Does it still take anybody? One that holds does: they wait inside. */
export function isOn({ state }: WorkflowHead): boolean {
  return state === 'on' || state === 'starting' || state === 'held';
}
