import type { WorkerDeps } from '@/lib/background/deps';
import type { Parsed } from '@/lib/rpc/protocol';
import type { WorkflowEntered } from '@/lib/rpc/workflow-views';
import { getContact } from '@/lib/store/contacts';
import { getWorkflow } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { ENTER_STORES, enterWorkflow } from './enter-workflow';

const STORES = [...ENTER_STORES, 'workflowRevisions', 'contacts'] as const;

/** A person puts a contact into a workflow, whatever its criteria say. */
export async function enterByHand(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'changed'>,
  { id, contactId }: Parsed<'workflow.enter'>,
): Promise<WorkflowEntered> {
  const by = { ids: deps.ids, now: deps.clock.now() };
  const database = await deps.connection.get();
  const entered = await writeAtOnce(database, STORES, async (tx): Promise<WorkflowEntered> => {
    const current = await getWorkflow(tx, id);
    if (current === undefined) return { kind: 'missing' };
    const contact = await getContact(tx, contactId);
    if (contact === undefined) return { kind: 'refused', reason: 'noContact' };
    return enterWorkflow(tx, current, contact, by);
  });
  if (entered.kind === 'entered') deps.changed();
  return entered;
}
