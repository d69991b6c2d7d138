import type { ContactId, WorkflowId } from '@/lib/domain/ids';
import type { ReadTx } from '@/lib/store/transaction';
import { scansOf } from '@/lib/store/workflow-scans';
import type { WorkflowScan } from '@/lib/store/workflow-schema';

/** The scans that look at who matches at switch-on, within one transaction. */
export interface FirstScans {
  /** The scan of a workflow that has not come to this contact yet. */
  readonly stillToReach: (id: WorkflowId, contact: ContactId) => Promise<WorkflowScan | undefined>;
}

export function openFirstScans(tx: ReadTx<'workflowScans'>): FirstScans {
  const read = new Map<WorkflowId, WorkflowScan | undefined>();
  const scanOf = async (id: WorkflowId) => {
    if (!read.has(id)) {
      const scans = await scansOf(tx, id);
      read.set(
        id,
        scans.find(({ kind }) => kind === 'baseline' || kind === 'existing'),
      );
    }
    return read.get(id);
  };
  return {
    async stillToReach(id, contact) {
      const scan = await scanOf(id);
      const isReached = scan?.after !== undefined && contact <= scan.after;
      return isReached ? undefined : scan;
    },
  };
}
