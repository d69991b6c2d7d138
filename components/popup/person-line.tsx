import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { Icon } from '@/components/ui/icon';
import type { EnrollmentId } from '@/lib/domain/ids';
import { exitSentence } from '@/lib/i18n/exit-sentence';
import { pausedSentence } from '@/lib/i18n/paused-sentence';
import { t } from '@/lib/i18n/t';
import { waitingSentence } from '@/lib/i18n/waiting-sentence';
import { whoseTime } from '@/lib/i18n/whose-time';
import type { ContactStatus } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import type { PagePerson } from './page-state';

export interface PersonLineProps {
  readonly person: PagePerson;
  readonly now: Instant;
  readonly busy: boolean;
  readonly onUnenroll: (id: EnrollmentId) => void;
}

/** One person of the page: who, whether something runs for them, and how to stop it. */
export function PersonLine({ person, now, busy, onUnenroll }: PersonLineProps) {
  const { status } = person;
  const name = person.name || person.address || t('popup.unnamed');
  return (
    <li class="so-person">
      <div class="so-person-who">
        <strong class="so-person-name">
          <ForeignText text={name} />
        </strong>
        {person.address !== undefined && person.address !== name && (
          <span class="so-quiet so-person-address">
            <ForeignText text={person.address} />
          </span>
        )}
        <Standing status={status} now={now} />
      </div>
      {status.kind === 'enrolled' && (
        <Button
          size="s"
          busy={busy}
          label={t('popup.unenrollWho', [name])}
          onClick={() => onUnenroll(status.enrollmentId)}
        >
          {t('popup.unenroll')}
        </Button>
      )}
    </li>
  );
}

function Standing({ status, now }: { readonly status: ContactStatus; readonly now: Instant }) {
  if (status.kind === 'unknown') return <span class="so-quiet">{t('popup.unknown')}</span>;
  if (status.kind === 'free') {
    const { lastExit } = status;
    return (
      <span class="so-quiet so-clamp">
        {lastExit
          ? t('popup.lastExit', [
              lastExit.asksOptOut ? t('exit.asksOptOut') : exitSentence(lastExit.reason),
              lastExit.sequenceName,
            ])
          : t('popup.free')}
      </span>
    );
  }
  const { sequenceName, step, steps, nextAt, waiting, zone, zoneSource, pause } = status;
  const why = pause ? pausedSentence(pause, { now, zone }) : waiting && waitingSentence(waiting);
  const next =
    nextAt === undefined
      ? t('popup.noNext')
      : t('popup.nextAt', [whoseTime(nextAt, { now, zone, zoneSource })]);
  return (
    <>
      <span class="so-person-sequence">
        <ForeignText text={sequenceName} />
      </span>
      <span class="so-quiet so-number">{t('popup.step', [String(step), String(steps)])}</span>
      {why === undefined ? (
        <span class="so-quiet so-number">{next}</span>
      ) : (
        <span class="so-waiting" data-tone="warn">
          <Icon name="pause" size={12} /> {why}
        </span>
      )}
    </>
  );
}
