import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ForeignText } from '@/components/ui/foreign-text';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { failureSentence } from '@/lib/i18n/failure-sentence';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { CheckList } from './check-list';
import { EmailEditor, type EmailEditorProps } from './email-editor';
import type { EnrollChoice } from './enroll-choice';
import { EnrollFields } from './enroll-fields';
import { EnrollFooter } from './enroll-footer';
import type { EnrollView } from './enroll-view';
import { PlanList } from './plan-list';

export interface EnrollPanelProps {
  readonly view: EnrollView;
  readonly now: Instant;
  /** The page shows somebody else by now. */
  readonly hasMovedOn: boolean;
  readonly isOrphaned: boolean;
  /** The button has been on screen long enough to be clicked on purpose. */
  readonly isSettled: boolean;
  readonly onChoose: (choice: EnrollChoice) => void;
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
  const titleId = useId();
  return (
    <section
      class="so-panel"
      role="dialog"
      aria-labelledby={titleId}
      aria-busy={view.preview === undefined && view.failure === undefined}
      onKeyDown={(event) => {
        const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!sends || event.isComposing) return;
        event.preventDefault();
        onEnroll(event);
      }}
    >
      <header class="so-panel-head">
        <div class="so-panel-who">
          <h2 id={titleId}>{t('overlay.panelTitle')}</h2>
          <p>
            <ForeignText text={view.name} />
            {view.preview?.to !== undefined && view.preview.to !== view.name && (
              <ForeignText text={view.preview.to} />
            )}
          </p>
        </div>
        <Button size="s" variant="ghost" icon="close" label={t('ui.close')} onClick={onClose} />
      </header>
      <div class="so-panel-body">
        <Notices {...props} />
        <PanelBody {...props} />
      </div>
      <EnrollFooter {...props} />
    </section>
  );
}

function PanelBody({ view, now, onChoose, onEdit, onResetEmail }: EnrollPanelProps) {
  const { preview, email } = view;
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
      <EmptyState icon="mail" title={t('check.senderConnected.none')}>
        {t('overlay.connectHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <EnrollFields preview={preview} onChoose={onChoose} />
      <CheckList checks={preview.checks} now={now} />
      {email && (
        <EmailEditor
          email={email}
          isEdited={view.isEdited}
          onEdit={onEdit}
          onReset={onResetEmail}
        />
      )}
      <PlanList preview={preview} now={now} />
    </>
  );
}

function Notices({ view, hasMovedOn, isOrphaned, onRetry, onRefreshPage }: EnrollPanelProps) {
  const failure = view.failure !== undefined ? failureSentence(view.failure) : undefined;
  return (
    <>
      {isOrphaned && (
        <Notice
          tone="warn"
          title={t('overlay.orphanedTitle')}
          announce
          actions={
            <Button size="s" icon="refresh" onClick={onRefreshPage}>
              {t('overlay.refresh')}
            </Button>
          }
        >
          {t('overlay.orphanedBody')}
        </Notice>
      )}
      {hasMovedOn && !isOrphaned && (
        <Notice tone="accent" title={t('overlay.boundTitle')} announce>
          {t('overlay.boundBody', [`\u2068${view.name}\u2069`])}
        </Notice>
      )}
      {view.isRefused && <Notice tone="bad" title={t('overlay.refusedTitle')} announce />}
      {failure && !isOrphaned && (
        <Notice
          tone="bad"
          title={failure.title}
          announce
          actions={
            <Button size="s" icon="refresh" onClick={onRetry}>
              {t('ui.tryAgain')}
            </Button>
          }
        >
          {failure.next}
        </Notice>
      )}
    </>
  );
}
