import type { OptionsAppProps } from './options-app';
import { WorkflowEditor } from './workflow/workflow-editor';

/** The list of workflows, or the one that the address names. */
export function WorkflowsPart(props: OptionsAppProps) {
  const { item } = props.model.where.place.value ?? {};
  return item === undefined ? null : <WorkflowEditor {...props} />;
}
