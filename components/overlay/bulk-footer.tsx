import { useId } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { BULK_PER_MINUTE } from '@/lib/domain/enrollment/bulk-limits';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { BulkPanelProps } from './bulk-panel';

/** The one step that is next: start, confirm, or whatever has to come before it. */
export function BulkFooter(props: BulkPanelProps) {
  const { view, isOrphaned, onBack, onClose } = props;
  const hintId = useId();
  return (
    <div class="so-panel-foot">
      <p id={hintId} class="so-panel-hint">
        {!isOrphaned && spacing(props)}
      </p>
      <div class="so-panel-actions">
        <Button variant="ghost" onClick={view.isConfirming ? onBack : onClose}>
          {view.isConfirming ? t('bulk.back') : t('overlay.cancel')}
        </Button>
        {!isOrphaned && <MainButton {...props} hintId={hintId} />}
      </div>
    </div>
  );
}

function spacing({ view, now }: BulkPanelProps): string {
  const { preview, enrolls } = view;
  if (!preview || preview.senders.length === 0 || enrolls === 0) return '';
  const last = preview.lastFirstAt;
  return enrolls > BULK_PER_MINUTE && last !== undefined && last > now
    ? `${t('bulk.spaced', [String(BULK_PER_MINUTE)])} ${t('bulk.lastAt', [when(last, { now })])}`
    : t('bulk.spaced', [String(BULK_PER_MINUTE)]);
}

function MainButton(props: BulkPanelProps & { readonly hintId: string }) {
  const { view, isSettled, onStart, onConnect, startRef, hintId } = props;
  const { preview, enrolls, isConfirming, isStarting } = view;
  if (preview && preview.senders.length === 0) {
    return (
      <Button variant="primary" icon="mail" onClick={onConnect}>
        {t('overlay.connectMailbox')}
      </Button>
    );
  }
  const label = isConfirming ? 'bulk.confirmSay' : 'bulk.start';
  return (
    <Button
      key={label}
      variant="primary"
      icon="logo"
      busy={isStarting}
      disabledReason={disabledReason(props) ?? (isSettled ? undefined : t('ui.loading'))}
      describedBy={hintId}
      onClick={onStart}
      buttonRef={startRef}
    >
      {isStarting ? t('bulk.starting') : t(label, [String(enrolls)])}
    </Button>
  );
}

function disabledReason({ view }: BulkPanelProps): string | undefined {
  const { preview, chosen, enrolls, isConfirming, typed } = view;
  if (!preview || view.isRefreshing) return t('bulk.loading');
  if (chosen === 0) return t('bulk.nobodyLeft');
  if (enrolls === 0) return t('bulk.nobodyReady');
  if (preview.placeholders.some((name) => !view.placeholders[name]?.trim())) {
    return t('bulk.fillFirst');
  }
  if (isConfirming && preview.confirm === 'type' && typed !== String(chosen)) {
    return t('bulk.confirmType', [String(chosen)]);
  }
  return undefined;
}
