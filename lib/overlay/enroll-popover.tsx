import { EnrollPanel } from '@/components/overlay/enroll-panel';
import type { EnrollForm } from './enroll-form';
import type { ViewDeps } from './view-deps';

/** The Enroll popover of one person, wired to its form. */
export function EnrollPopover({ form, ...deps }: ViewDeps & { readonly form: EnrollForm }) {
  const { model, guard, now } = deps;
  const view = form.view.value;
  const canEnroll = view.preview?.allowed === true && !view.isEnrolling;
  return (
    <EnrollPanel
      view={view}
      now={now.value}
      hasMovedOn={model.hasMovedOn.value}
      isOrphaned={model.isOrphaned.value}
      isSettled={guard.isSettled.value}
      onChoose={form.choose}
      onPlaceholder={form.fill}
      onEdit={form.edit}
      onResetEmail={form.resetEmail}
      onEnroll={(event) => {
        if (!canEnroll) return;
        if (guard.trusts(event)) void model.enroll();
        else model.toasts.show({ kind: 'untrusted' });
      }}
      onConnect={() => void model.openMailboxOptions()}
      onRetry={() => void form.reload()}
      onClose={model.close}
      onRefreshPage={deps.refreshPage}
      enrollRef={guard.watch}
    />
  );
}
