import { saveWorkflow } from '@/lib/background/workflows/save-workflow';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Parsed } from '@/lib/rpc/protocol';
import type { WorkflowSaved } from '@/lib/rpc/workflow-views';
import type { WorkflowWorld } from './workflow-world';

type Kept = Extract<WorkflowSaved, { readonly kind: 'saved' }>;

/** Saves a workflow through the real use case, which must not object. */
export async function keepWorkflow(
  { world }: WorkflowWorld,
  input: Parsed<'workflow.save'>,
): Promise<Kept & { readonly id: WorkflowId }> {
  const outcome = await saveWorkflow(world.life(), input);
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome;
}
