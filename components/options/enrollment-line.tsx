import type { ComponentChildren } from 'preact';
import { Badge, type Tone } from '@/components/ui/badge';
import { ForeignText } from '@/components/ui/foreign-text';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { enrollmentFailureSentence } from '@/lib/i18n/enrollment-failure-sentence';
import { exitSentence } from '@/lib/i18n/exit-sentence';
import { pausedSentence } from '@/lib/i18n/paused-sentence';
import { t } from '@/lib/i18n/t';
import { waitingSentence } from '@/lib/i18n/waiting-sentence';
import { whoseTime } from '@/lib/i18n/whose-time';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';
import { EnrollmentActions } from './enrollment-actions';
import { EnrollmentHistory } from './enrollment-history';
import type { RowAction } from './row-action';

const TONES: Readonly<Record<EnrollmentRow['state'], Tone>> = {
  scheduled: 'accent',
  active: 'good',
  paused: 'warn',
  finished: 'neutral',
  unenrolled: 'neutral',
  failed: 'bad',
};

export interface EnrollmentLineProps {
  readonly row: EnrollmentRow;
  readonly now: Instant;
  readonly busy: boolean;
  readonly picked: boolean;
  /** What happened to it, while that is shown; `reading` until it is there. */
  readonly history: readonly JournalEntry[] | 'reading' | undefined;
  /** Stands below the history. */
  readonly historyMore?: ComponentChildren;
  readonly onPick: () => void;
  readonly onAction: (action: RowAction) => void;
  readonly onHistory: () => void;
}

/** One enrollment: who, in what, how far, what is next and why not. */
export function EnrollmentLine(props: EnrollmentLineProps) {
  const { row, now, history } = props;
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLElement>();
  const { contactName, to, from, sequenceName, step, steps, state } = row;
  const isLive = state === 'scheduled' || state === 'active' || state === 'paused';
  return (
    <li class="so-row so-row-enrollment" ref={area}>
      {isLive ? (
        <input
          type="checkbox"
          class="so-pick"
          checked={props.picked}
          aria-label={t('options.bulk.pick', [contactName])}
          onChange={props.onPick}
        />
      ) : (
        <span class="so-pick" />
      )}
      <span class="so-row-name">
        <strong ref={home} tabIndex={-1}>
          <ForeignText text={contactName} />
        </strong>
        {to !== contactName && (
          <span class="so-quiet">
            <ForeignText text={to} />
          </span>
        )}
      </span>
      <span class="so-row-name" title={t('options.enrollments.from', [from])}>
        <ForeignText text={sequenceName} />
        <span class="so-quiet so-number">
          {t('options.enrollments.stepOf', [String(step), String(steps)])}
        </span>
      </span>
      <span class="so-row-state">
        <Badge tone={TONES[state]}>{t(`enrollmentState.${state}`)}</Badge>
        <span class="so-quiet">{reasonOf(row, now)}</span>
        {row.asksOptOut && (
          <span class="so-waiting" data-tone="warn">
            {t('options.enrollments.asksOptOut')}
          </span>
        )}
      </span>
      <EnrollmentActions {...props} isLive={isLive} />
      {history !== undefined && <EnrollmentHistory row={row} now={now} history={history} />}
      {history !== undefined && props.historyMore}
    </li>
  );
}

/** What comes next on the contact's own clock, what holds it up, or why it is over. */
function reasonOf(row: EnrollmentRow, now: Instant): string | undefined {
  const { state, reason, waiting, nextAt, zone, zoneSource, pause } = row;
  if (state === 'failed') return enrollmentFailureSentence(reason ?? '');
  if (state === 'unenrolled') return isExit(reason) ? exitSentence(reason) : undefined;
  // The badge says that it is paused; why is news only where nobody did it.
  if (state === 'paused') {
    return pause === undefined || pause.why === 'person'
      ? undefined
      : pausedSentence(pause, { now, zone });
  }
  if (waiting !== undefined) return waitingSentence(waiting);
  if (nextAt === undefined) return undefined;
  return t('options.enrollments.next', [whoseTime(nextAt, { now, zone, zoneSource })]);
}

type Exit = Parameters<typeof exitSentence>[0];

const EXITS: readonly string[] = [
  'undone',
  'replied',
  'meetingBooked',
  'colleagueReplied',
  'colleagueMet',
  'bounced',
  'optedOut',
  'contactDeleted',
  'sequenceDeleted',
] satisfies readonly Exit[];

/** A manual end needs no second word: the state says it. */
function isExit(reason: string | undefined): reason is Exit {
  return reason !== undefined && EXITS.includes(reason);
}
