import type { WorkflowLine } from '@/components/options/workflow-list/workflow-line';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { DAY, type Instant } from '@/lib/time/instant';

/** A stored workflow as lists show it; a deleted one is not shown. */
export function workflowLineOf(head: WorkflowHead, now: Instant): WorkflowLine | undefined {
  const { id, name, revision, state, problem, inside, entered, enrolled, skipped } = head;
  if (state === 'deleted') return undefined;
  return {
    id,
    name,
    revision,
    state,
    ...(problem && { problem }),
    inside,
    entered,
    enrolled,
    skipped,
    recent: head.recent.filter((at) => at > now - DAY).length,
  };
}
