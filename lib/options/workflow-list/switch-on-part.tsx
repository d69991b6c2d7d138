import { SwitchOnDialog } from '@/components/options/workflow-list/switch-on-dialog';
import type { PartProps } from '@/lib/options/part-props';

/** The question before a workflow is switched on, wherever the page is. */
export function SwitchOnPart({ model }: PartProps) {
  const { switchOn } = model.workflows;
  const view = switchOn.view.value;
  if (view === undefined) return null;
  return (
    <SwitchOnDialog
      view={view}
      now={model.now.value}
      onClose={switchOn.close}
      onCancelRun={switchOn.cancelRun}
      onRunAgain={() => void switchOn.runAgain()}
      onRetry={() => void switchOn.open(view.id)}
      onExisting={switchOn.chooseExisting}
      onReason={switchOn.giveReason}
      onConfirm={() => void switchOn.confirm()}
    />
  );
}
