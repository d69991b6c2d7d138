import type { OptionsAppProps } from './options-app';
import { WorkflowEditor } from './workflow/workflow-editor';
import { WorkflowHistoryPart } from './workflow-list/workflow-history-part';
import { WorkflowListPart } from './workflow-list/workflow-list-part';
import { WorkflowSide } from './workflow-list/workflow-side';

/** The list of workflows, or the one that the address names. */
export function WorkflowsPart(props: OptionsAppProps) {
  const { model } = props;
  if (model.where.place.value?.item === undefined) return <WorkflowListPart model={model} />;
  return (
    <>
      <WorkflowEditor {...props}>
        <WorkflowSide model={model} />
      </WorkflowEditor>
      <WorkflowHistoryPart model={model} />
    </>
  );
}
