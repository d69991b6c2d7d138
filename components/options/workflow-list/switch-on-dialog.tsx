import { NotLoaded } from '@/components/options/not-loaded';
import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { useModal } from '@/components/ui/use-modal';
import type { FindingCode } from '@/lib/domain/workflow/finding';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { DryRun } from './dry-run';
import { SwitchOnErrors } from './switch-on-errors';
import type { SwitchOnView } from './switch-on-view';
import { SwitchOnWarnings } from './switch-on-warnings';

export interface SwitchOnDialogProps {
  readonly view: SwitchOnView;
  readonly now: Instant;
  readonly onClose: () => void;
  readonly onCancelRun: () => void;
  readonly onRunAgain: () => void;
  readonly onRetry: () => void;
  readonly onExisting: (existing: boolean) => void;
  readonly onReason: (code: FindingCode, reason: string) => void;
  readonly onConfirm: () => void;
}

/** Before a workflow is switched on: what it would do, what stands against it, and why all the same. */
export function SwitchOnDialog(props: SwitchOnDialogProps) {
  const { view, onClose } = props;
  const dialog = useModal();
  return (
    <dialog
      class="so-dialog so-dialog-wide"
      ref={dialog}
      aria-labelledby="so-switch-on"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="so-switch-on">{t('workflows.on.title')}</h2>
      <p class="so-dialog-about">
        <bdi>{view.name}</bdi>
      </p>
      <div class="so-dialog-body">
        <Body {...props} />
      </div>
      <Foot {...props} />
    </dialog>
  );
}

function Body(props: SwitchOnDialogProps) {
  const { view } = props;
  if (view.status === 'loading') return <Spinner label={t('ui.loading')} />;
  if (view.status === 'failed') return <NotLoaded onRetry={props.onRetry} />;
  if (view.status === 'missing') {
    return (
      <Notice tone="warn" announce>
        {t('workflows.goneNow')}
      </Notice>
    );
  }
  return (
    <>
      {view.changed && (
        <Notice tone="warn" announce title={t('workflows.on.changed')}>
          {t('workflows.on.changedHint')}
        </Notice>
      )}
      <DryRun
        view={view.run}
        labels={view.labels}
        now={props.now}
        onCancel={props.onCancelRun}
        onAgain={props.onRunAgain}
      />
      {view.asksForExisting && (
        <CheckField
          label={t('workflows.on.existing', [String(view.run.matched)])}
          hint={t('workflows.on.existingHint')}
          checked={view.existing}
          onChange={props.onExisting}
        />
      )}
      {view.refused && (
        <Notice tone="bad" announce>
          {t('workflows.on.refused')}
        </Notice>
      )}
      <SwitchOnErrors id={view.id} errors={view.errors} onMend={props.onClose} />
      <SwitchOnWarnings
        warnings={view.warnings}
        attempted={view.attempted}
        onReason={props.onReason}
      />
    </>
  );
}

function Foot({ view, onClose, onConfirm }: SwitchOnDialogProps) {
  const missing = missingIn(view);
  return (
    <div class="so-dialog-foot">
      {missing !== undefined && view.attempted && (
        <p class="so-field-error" role="alert">
          {missing}
        </p>
      )}
      <div class="so-row-actions">
        <Button takesFocus onClick={onClose}>
          {t('workflows.on.cancel')}
        </Button>
        {view.status === 'ready' && (
          <Button
            variant="primary"
            busy={view.switching}
            disabledReason={view.errors.length > 0 ? t('workflows.on.mendFirst') : undefined}
            onClick={onConfirm}
          >
            {t('workflows.on.confirm')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What is still to be done before it can be switched on. */
function missingIn({ run, errors, warnings }: SwitchOnView): string | undefined {
  if (errors.length > 0) return t('workflows.on.mendFirst');
  if (run.state !== 'done') return t('workflows.on.runFirst');
  if (warnings.some(({ reason }) => reason.trim() === '')) return t('workflows.on.answerFirst');
  return undefined;
}
