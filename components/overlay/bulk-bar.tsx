import type { Ref } from 'preact';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Spinner } from '@/components/ui/spinner';
import { t } from '@/lib/i18n/t';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import { countOutcomes } from './count-outcomes';

export interface BulkBarProps {
  /** How many are meant: those who are ticked, or everybody on a page without ticks. */
  readonly selected: number;
  readonly isTicked: boolean;
  /** The last bulk of this tab, until it is dismissed. */
  readonly run: BulkProgress | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDismiss: () => void;
  readonly openerRef: Ref<HTMLButtonElement>;
}

/** The one control for everything that is ticked, and the place where a running bulk is seen. */
export function BulkBar(props: BulkBarProps) {
  const { selected, isTicked, run, isOpen, onOpen, openerRef } = props;
  return (
    <fieldset class="so-bulk-bar" aria-label={t('bulk.label')}>
      {run ? (
        <RunPart {...props} run={run} />
      ) : (
        <Button
          size="s"
          variant="primary"
          icon="logo"
          hasPopup="dialog"
          expanded={isOpen}
          onClick={onOpen}
          buttonRef={openerRef}
        >
          {isTicked
            ? t('bulk.enrollSelected', [String(selected)])
            : t('bulk.enrollAll', [String(selected)])}
        </Button>
      )}
    </fieldset>
  );
}

function RunPart(props: BulkBarProps & { readonly run: BulkProgress }) {
  const { run, isOpen, onOpen, onDismiss, openerRef } = props;
  const isRunning = run.state === 'running';
  const total = String(run.total);
  const enrolled = String(countOutcomes(run).enrolled);
  return (
    <>
      <span class="so-chip-quiet so-number">
        {isRunning ? <Spinner /> : <Icon name={run.state === 'finished' ? 'check' : 'stop'} />}
        {isRunning && t('bulk.running', [String(run.done), total])}
        {run.state === 'finished' && t('bulk.finished', [enrolled, total])}
        {run.state === 'canceled' && t('bulk.canceled', [enrolled, total])}
      </span>
      <Button size="s" hasPopup="dialog" expanded={isOpen} onClick={onOpen} buttonRef={openerRef}>
        {t('bulk.show')}
      </Button>
      {!isRunning && (
        <Button
          size="s"
          variant="ghost"
          icon="close"
          label={t('bulk.dismiss')}
          onClick={onDismiss}
        />
      )}
    </>
  );
}
