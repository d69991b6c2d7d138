import type { Workflow, WorkflowDraft } from '@/lib/domain/workflow/workflow';

/** What a person wrote of a stored workflow, without what the store adds to it. */
export function draftOf(workflow: Workflow): WorkflowDraft {
  const { name, trigger, actions, settings, boundTo } = workflow;
  return { name, trigger, actions, settings, ...(boundTo !== undefined && { boundTo }) };
}
