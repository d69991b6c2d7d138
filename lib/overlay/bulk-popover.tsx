import { BulkPanel } from '@/components/overlay/bulk-panel';
import { BulkProgressPanel } from '@/components/overlay/bulk-progress-panel';
import type { ViewDeps } from './view-deps';

/** The bulk popover, wired to its form before the start and to the worker's progress after it. */
export function BulkPopover(deps: ViewDeps) {
  const { bulk, model, now, guard, refreshPage } = deps;
  const form = bulk.form.value;
  const run = bulk.run.progress.value;
  const isOrphaned = model.isOrphaned.value || bulk.isOrphaned.value;
  const shared = { now: now.value, isOrphaned, onClose: bulk.close, onRefreshPage: refreshPage };
  if (run) {
    return (
      <BulkProgressPanel
        {...shared}
        run={run}
        isCanceling={bulk.run.isCanceling.value}
        failure={bulk.run.failure.value}
        onUnenroll={(id, event) => event.isTrusted && void model.actions.unenroll(id)}
        onCancel={(event) => event.isTrusted && void bulk.run.cancel()}
        onRetry={() => void bulk.run.refresh()}
        onDismiss={bulk.dismiss}
      />
    );
  }
  return (
    <BulkPanel
      {...shared}
      view={form.view.value}
      isSettled={guard.isSettled.value}
      onChoose={form.choose}
      onPlaceholder={form.fill}
      onAcceptWarned={form.acceptWarned}
      onLeaveOut={form.leaveOut}
      onPutBack={form.putBack}
      onType={form.type}
      onStart={(event) => {
        if (guard.trusts(event)) void bulk.start();
        else model.toasts.show({ kind: 'untrusted' });
      }}
      onBack={form.back}
      onConnect={() => void model.openMailboxOptions()}
      onRetry={() => void form.reload()}
      startRef={guard.watch}
    />
  );
}
