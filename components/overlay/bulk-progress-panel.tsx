import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Meter } from '@/components/ui/meter';
import { t } from '@/lib/i18n/t';
import type { FailureCode } from '@/lib/rpc/failure';
import { BulkReport, type BulkReportProps } from './bulk-report';
import { countOutcomes } from './count-outcomes';
import { FailureNotice } from './failure-notice';
import { OrphanNotice } from './orphan-notice';
import { Panel } from './panel';

export interface BulkProgressPanelProps extends BulkReportProps {
  readonly isOrphaned: boolean;
  readonly isCanceling: boolean;
  readonly failure?: FailureCode | undefined;
  readonly onCancel: (event: MouseEvent) => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
  /** Seen and done with; only once it is over. */
  readonly onDismiss: () => void;
  readonly onRefreshPage: () => void;
}

/** A bulk while it runs, and its report once it is over. The worker does it; this only looks. */
export function BulkProgressPanel(props: BulkProgressPanelProps) {
  const { run, isOrphaned, failure, onClose, onRetry } = props;
  const { enrolled, refused, canceled } = countOutcomes(run);
  const isRunning = run.state === 'running';
  const progress = t('bulk.progress', [String(run.done), String(run.total)]);
  return (
    <Panel title={t('bulk.titleRun')} onClose={onClose} footer={<Footer {...props} />}>
      {isOrphaned && <OrphanNotice onRefreshPage={props.onRefreshPage} />}
      {failure && !isOrphaned && <FailureNotice code={failure} onRetry={onRetry} />}
      <Meter
        label={isRunning ? t('overlay.enrolling') : heading(run.state)}
        value={progress}
        used={run.done}
        limit={run.total}
        tone="accent"
        description={progress}
      />
      <p class="so-bulk-counts so-number" role="status">
        <Badge tone="good">{t('bulk.countEnrolled', [String(enrolled)])}</Badge>
        <Badge tone="warn">{t('bulk.countRefused', [String(refused)])}</Badge>
        {canceled > 0 && (
          <Badge tone="neutral">{t('bulk.countCanceled', [String(canceled)])}</Badge>
        )}
      </p>
      <BulkReport {...props} />
    </Panel>
  );
}

function heading(state: 'running' | 'canceled' | 'finished'): string {
  return state === 'canceled' ? t('bulk.doneStopped') : t('bulk.doneAll');
}

function Footer(props: BulkProgressPanelProps) {
  const { run, isCanceling, isOrphaned, onCancel, onClose, onDismiss } = props;
  const isRunning = run.state === 'running';
  return (
    <div class="so-panel-foot">
      <p class="so-panel-hint">{isRunning && t('bulk.closeHint')}</p>
      <div class="so-panel-actions">
        {isRunning && !isOrphaned && (
          <Button
            variant="ghost"
            icon="stop"
            busy={isCanceling}
            title={t('bulk.cancelHint')}
            onClick={onCancel}
          >
            {t('bulk.cancelRun')}
          </Button>
        )}
        <Button variant="primary" onClick={isRunning ? onClose : onDismiss}>
          {t('bulk.close')}
        </Button>
      </div>
    </div>
  );
}
