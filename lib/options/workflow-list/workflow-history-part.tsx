import { WorkflowHistory } from '@/components/options/workflow-list/workflow-history';
import type { PartProps } from '@/lib/options/part-props';

/** What happened in the workflow that is open in the editor. */
export function WorkflowHistoryPart({ model }: PartProps) {
  const { history, opened } = model.workflows;
  if (opened.value === undefined) return null;
  return (
    <WorkflowHistory
      runs={history.runs.value}
      journal={history.journal.value}
      hasMore={history.hasMore.value}
      failed={history.failed.value}
      leaving={history.leaving.value}
      now={model.now.value}
      zone={model.zone}
      onMore={() => void history.more()}
      onAskToLeave={history.askToLeave}
      onLeave={(run) => void history.leave(run)}
      onRetry={() => void history.refresh()}
    />
  );
}
