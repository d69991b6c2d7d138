import { TasksSection } from '@/components/options/tasks/tasks-section';
import type { PartProps } from '@/lib/options/part-props';

/** Hands the tasks to their section. */
export function TasksPart({ model }: PartProps) {
  const { tasks } = model;
  return (
    <TasksSection
      takesFocus={model.where.wentThere.value}
      open={tasks.open.value}
      done={tasks.done.value}
      hasMore={tasks.hasMore.value}
      asks={{
        asks: tasks.asks.value,
        answering: tasks.answering.value,
        onSent: (line) => void tasks.sent(line),
        onUnenroll: (line) => void tasks.unenroll(line),
        onCopy: (text) => void model.copy(text),
      }}
      notify={{
        allowed: tasks.mayNotify.value,
        refused: tasks.notifyRefused.value,
        onAllow: () => void tasks.allowNotify(),
      }}
      failed={tasks.failed.value}
      busy={tasks.busy.value}
      now={model.now.value}
      onComplete={(line) => void tasks.complete(line)}
      onReopen={(line) => void tasks.reopen(line)}
      onMore={() => void tasks.more()}
      onRetry={() => void tasks.refresh()}
    />
  );
}
