import type { WorkflowDraft } from './workflow';
import { WORKFLOW_FILE } from './workflow-file';

/**
 * A workflow as a file that `readWorkflowFile` reads, here or at a colleague's.
 *
 * @example writeWorkflowFile(draft) // '{\n  "format": "sequence-overlay/workflow",…'
 */
export function writeWorkflowFile(draft: WorkflowDraft): string {
  const { name, trigger, actions, settings, boundTo } = draft;
  // Of a whole workflow nothing but what a person wrote.
  const written: WorkflowDraft = { name, trigger, actions, settings, ...(boundTo && { boundTo }) };
  return `${JSON.stringify({ ...WORKFLOW_FILE, draft: written }, null, 2)}\n`;
}
