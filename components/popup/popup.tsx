import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { t } from '@/lib/i18n/t';
import { ActiveSequences } from './active-sequences';
import { Note } from './note';
import type { OverviewState } from './overview-state';
import { PageContact, type PageContactProps } from './page-contact';
import type { PopupNote } from './popup-note';
import { SenderLimits } from './sender-limits';
import { Standing } from './standing';

export interface PopupProps extends PageContactProps {
  readonly overview: OverviewState;
  readonly hasSites: boolean;
  readonly note: PopupNote | undefined;
  readonly onOpen: (
    section: 'mailbox' | 'sites' | 'enrollments' | 'outbox' | 'tasks' | 'settings' | 'backups',
  ) => void;
  readonly onPauseAll: (paused: boolean) => void;
  readonly onDismiss: () => void;
}

/** What is running, and how much of today is left? With what is broken above both. */
export function Popup(props: PopupProps) {
  const { overview, hasSites, note, onOpen } = props;
  return (
    <div class="so-popup">
      <header class="so-popup-head">
        <img src="/icon/32.png" alt="" width={20} height={20} />
        <h1>{t('popup.title')}</h1>
        <Button
          variant="ghost"
          icon="settings"
          label={t('popup.openOptions')}
          onClick={() => onOpen('settings')}
        />
      </header>
      <main>
        <div class="so-popup-notices" aria-live="polite">
          {overview.kind === 'ready' && <Standing {...props} overview={overview.overview} />}
          {note && <Note note={note} />}
        </div>
        <Setup {...props} />
        <OnThisPage {...props} />
        <Stored {...props} />
      </main>
      {hasSites && (
        <footer>
          <Button variant="link" onClick={() => onOpen('enrollments')}>
            {t('popup.allEnrollments')}
          </Button>
          {overview.kind === 'ready' && overview.overview.pausedAll === undefined && (
            <Button variant="link" onClick={() => props.onPauseAll(true)}>
              {t('popup.pauseAll')}
            </Button>
          )}
        </footer>
      )}
    </div>
  );
}

function OnThisPage(props: PageContactProps) {
  const { area, home } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  return (
    <section aria-labelledby="so-page" ref={area}>
      <h2 id="so-page" ref={home} tabIndex={-1}>
        {t('popup.onThisPage')}
      </h2>
      <PageContact {...props} />
    </section>
  );
}

/** What is still missing before anything can be enrolled. */
function Setup({ overview, hasSites, onOpen }: PopupProps) {
  const hasMailbox = overview.kind !== 'ready' || overview.overview.senders.length > 0;
  return (
    <>
      {!hasSites && (
        <Notice
          tone="accent"
          icon="globe"
          title={t('popup.noSites')}
          actions={
            <Button size="s" variant="primary" onClick={() => onOpen('sites')}>
              {t('popup.chooseSites')}
            </Button>
          }
        >
          {t('popup.noSitesHint')}
        </Notice>
      )}
      {!hasMailbox && (
        <Notice
          tone="accent"
          icon="mail"
          title={t('popup.noMailbox')}
          actions={
            // One next step at a time: the sites come first.
            <Button
              size="s"
              variant={hasSites ? 'primary' : 'secondary'}
              onClick={() => onOpen('mailbox')}
            >
              {t('popup.connect')}
            </Button>
          }
        >
          {t('popup.noMailboxHint')}
        </Notice>
      )}
    </>
  );
}

function Stored({ overview, now, hasSites, onRetry }: PopupProps) {
  if (overview.kind === 'loading') return null;
  if (overview.kind === 'failed') {
    return (
      <Notice
        tone="bad"
        announce
        title={overview.lost ? t('failure.storeLostTitle') : undefined}
        actions={
          <Button size="s" icon="refresh" onClick={onRetry}>
            {t('popup.tryAgain')}
          </Button>
        }
      >
        {overview.lost ? t('failure.storeLost') : t('popup.notLoaded')}
      </Notice>
    );
  }
  const { senders, sequences } = overview.overview;
  const canRun = hasSites && senders.length > 0;
  return (
    <>
      {senders.length > 0 && (
        <section aria-labelledby="so-limits">
          <h2 id="so-limits">{t('popup.today')}</h2>
          <SenderLimits senders={senders} now={now} />
        </section>
      )}
      {(canRun || sequences.length > 0) && (
        <section aria-labelledby="so-active">
          <h2 id="so-active">{t('popup.active')}</h2>
          <ActiveSequences sequences={sequences} now={now} />
        </section>
      )}
    </>
  );
}
