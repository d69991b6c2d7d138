import { WorkflowsSection } from '@/components/options/workflow-list/workflows-section';
import type { PartProps } from '@/lib/options/part-props';

/** Hands the list of workflows to its section. */
export function WorkflowListPart({ model }: PartProps) {
  const { list, switchOn, create } = model.workflows;
  const { changes } = list;
  return (
    <WorkflowsSection
      takesFocus={model.where.wentThere.value}
      lines={list.lines.value}
      shown={list.shown.value}
      failed={list.failed.value}
      filter={list.filter.value}
      busy={changes.busy.value}
      deleting={list.deleting.value}
      file={list.file.value}
      onFilter={list.narrow}
      onNew={() => create()}
      onFile={(file) => void list.importFile(file)}
      onDismissFile={list.dismissFile}
      onSwitchOn={(line) => void switchOn.open(line.id)}
      onSwitchOff={(line) => void changes.switchOff(line)}
      onRelease={(line, reason) => void changes.release(line, reason)}
      onDuplicate={(line) => void changes.duplicate(line)}
      onExport={(line) => void changes.exportFile(line)}
      onAskToDelete={list.askToDelete}
      onDelete={(line) => void list.remove(line)}
      onRetry={() => void list.refresh()}
    />
  );
}
