import type { Ref } from 'preact';
import { EmptyState } from '@/components/ui/empty-state';
import { ForeignText } from '@/components/ui/foreign-text';
import { Spinner } from '@/components/ui/spinner';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { CheckList } from './check-list';
import { EmailEditor, type EmailEditorProps } from './email-editor';
import type { EnrollChoice } from './enroll-choice';
import { EnrollFields } from './enroll-fields';
import { EnrollFooter } from './enroll-footer';
import type { EnrollView } from './enroll-view';
import { Panel } from './panel';
import { PanelNotices } from './panel-notices';
import { PlaceholderFields } from './placeholder-fields';
import { PlanList } from './plan-list';
import { SendAtField } from './send-at-field';

export interface EnrollPanelProps {
  readonly view: EnrollView;
  readonly now: Instant;
  /** The page shows somebody else by now. */
  readonly hasMovedOn: boolean;
  readonly isOrphaned: boolean;
  /** The button has been on screen long enough to be clicked on purpose. */
  readonly isSettled: boolean;
  readonly onChoose: (choice: EnrollChoice) => void;
  readonly onPlaceholder: (name: string, value: string) => void;
  readonly onEdit: EmailEditorProps['onEdit'];
  readonly onResetEmail: () => void;
  readonly onEnroll: (event: MouseEvent | KeyboardEvent) => void;
  readonly onConnect: () => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
  readonly onRefreshPage: () => void;
  readonly enrollRef: Ref<HTMLButtonElement>;
}

/** Everything that enrolling one person means, before it happens. */
export function EnrollPanel(props: EnrollPanelProps) {
  const { view, onClose, onEnroll } = props;
  const to = view.preview?.to;
  return (
    <Panel
      title={t('overlay.panelTitle')}
      subtitle={
        <>
          <ForeignText text={view.name} />
          {to !== undefined && to !== view.name && <ForeignText text={to} />}
        </>
      }
      isBusy={view.preview === undefined && view.failure === undefined}
      onClose={onClose}
      onSend={onEnroll}
      footer={<EnrollFooter {...props} />}
    >
      <PanelNotices {...props} />
      <PanelBody {...props} />
    </Panel>
  );
}

function PanelBody(props: EnrollPanelProps) {
  const { view, now, onChoose, onEdit, onResetEmail } = props;
  const { preview, email, chosen, offers } = view;
  if (!preview) {
    return view.failure === undefined ? (
      <p class="so-panel-loading">
        <Spinner label={t('overlay.loadingPreview')} />
        <span aria-hidden="true">{t('overlay.loadingPreview')}</span>
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
      <EnrollFields {...preview} ownerProperty={chosen.ownerProperty} onChoose={onChoose} />
      <CheckList checks={preview.checks} now={now} />
      {(offers.length > 0 || chosen.sendAt !== undefined) && (
        <SendAtField
          value={chosen.sendAt}
          offers={offers}
          zone={preview.zone}
          zoneSource={preview.zoneSource}
          now={now}
          onChoose={(sendAt) => onChoose({ sendAt })}
        />
      )}
      <PlaceholderFields
        names={preview.placeholders}
        values={view.placeholders}
        onType={props.onPlaceholder}
      />
      {email && (
        <EmailEditor
          email={email}
          isEdited={view.isEdited}
          onEdit={onEdit}
          onReset={onResetEmail}
        />
      )}
      <PlanList preview={preview} isAtOnce={chosen.sendAt === undefined} now={now} />
    </>
  );
}
