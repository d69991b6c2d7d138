import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { EnrollmentId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { PagePeople } from './page-people';
import type { PageState } from './page-state';

export interface PageContactProps {
  readonly page: PageState;
  readonly now: Instant;
  readonly busy: EnrollmentId | undefined;
  readonly onEnroll: () => void;
  readonly onUnenroll: (id: EnrollmentId) => void;
  readonly onSwitchOn: () => void;
  readonly onReload: () => void;
  readonly onRetry: () => void;
}

/** The contact of the page behind the popup, or in plain words why there is none. */
export function PageContact(props: PageContactProps) {
  const { page } = props;
  switch (page.kind) {
    case 'looking':
      return (
        <p class="so-quiet so-inline">
          <Spinner /> {t('popup.looking')}
        </p>
      );
    case 'people':
      return <PagePeople {...props} people={page.people} more={page.more} />;
    case 'siteOff':
      return (
        <State text={t('popup.siteOff', [page.host])} hint={page.refused && t('popup.switchedOff')}>
          <Button variant="primary" wide icon="globe" onClick={props.onSwitchOn}>
            {t('popup.switchOn')}
          </Button>
        </State>
      );
    case 'silent':
      return (
        <State text={t('popup.silent', [page.host])} hint={t('popup.silentHint')}>
          <Button size="s" icon="refresh" onClick={props.onReload}>
            {t('popup.refresh')}
          </Button>
        </State>
      );
    case 'nobody':
      return <State text={t('popup.nobody', [page.host])} hint={t('popup.nobodyHint')} />;
    case 'insecure':
      return <State text={t('popup.insecure')} />;
    case 'restricted':
      return <State text={t('popup.restricted')} hint={t('popup.restrictedHint')} />;
    case 'failed':
      return (
        <State text={t('popup.pageFailed')}>
          <Button size="s" icon="refresh" onClick={props.onRetry}>
            {t('popup.tryAgain')}
          </Button>
        </State>
      );
  }
}

interface StateProps {
  readonly text: string;
  readonly hint?: string | false;
  readonly children?: ComponentChildren;
}

function State({ text, hint, children }: StateProps) {
  return (
    <div class="so-page-state">
      <p>{text}</p>
      {hint && (
        <p class="so-quiet" role="status">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}
