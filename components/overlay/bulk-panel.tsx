import type { Ref } from 'preact';
import { EmptyState } from '@/components/ui/empty-state';
import { Spinner } from '@/components/ui/spinner';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { BulkConfirm } from './bulk-confirm';
import { BulkFooter } from './bulk-footer';
import { BulkNotices } from './bulk-notices';
import { BulkRows } from './bulk-rows';
import type { BulkView } from './bulk-view';
import type { EnrollChoice } from './enroll-choice';
import { EnrollFields } from './enroll-fields';
import { Panel } from './panel';
import { PlaceholderFields } from './placeholder-fields';
import { SendAtField } from './send-at-field';

export interface BulkPanelProps {
  readonly view: BulkView;
  readonly now: Instant;
  readonly isOrphaned: boolean;
  /** The button has been on screen long enough to be clicked on purpose. */
  readonly isSettled: boolean;
  readonly onChoose: (choice: EnrollChoice) => void;
  readonly onPlaceholder: (name: string, value: string) => void;
  readonly onAcceptWarned: (accepts: boolean) => void;
  readonly onLeaveOut: (keys: readonly string[]) => void;
  readonly onPutBack: () => void;
  readonly onType: (text: string) => void;
  /** Enrolls, or asks once more first. */
  readonly onStart: (event: MouseEvent | KeyboardEvent) => void;
  readonly onBack: () => void;
  readonly onConnect: () => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
  readonly onRefreshPage: () => void;
  readonly startRef: Ref<HTMLButtonElement>;
}

/** Everything that enrolling many means, before it happens. */
export function BulkPanel(props: BulkPanelProps) {
  const { view, onClose, onStart } = props;
  return (
    <Panel
      title={t('bulk.title')}
      subtitle={<span class="so-number">{t('bulk.chosen', [String(view.chosen)])}</span>}
      isBusy={view.preview === undefined && view.failure === undefined}
      onClose={onClose}
      onSend={onStart}
      footer={<BulkFooter {...props} />}
    >
      <BulkNotices {...props} />
      {view.isConfirming ? <BulkConfirm {...props} /> : <Choices {...props} />}
    </Panel>
  );
}

function Choices(props: BulkPanelProps) {
  const { view, now, onChoose } = props;
  const { preview, startStep, sendAt } = view;
  if (!preview) {
    return view.failure === undefined ? (
      <p class="so-panel-loading">
        <Spinner label={t('bulk.loading')} />
        <span aria-hidden="true">{t('bulk.loading')}</span>
      </p>
    ) : null;
  }
  if (preview.senders.length === 0) {
    return (
      <EmptyState icon="mail" title={t('check.senderEligible.none')}>
        {t('overlay.connectHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <EnrollFields {...preview} ownerProperties={[]} startStep={startStep} onChoose={onChoose} />
      <SendAtField
        value={sendAt}
        offers={[]}
        now={now}
        onChoose={(sendAt) => onChoose({ sendAt })}
      />
      <PlaceholderFields
        names={preview.placeholders}
        values={view.placeholders}
        onType={props.onPlaceholder}
      />
      <BulkRows {...props} />
    </>
  );
}
