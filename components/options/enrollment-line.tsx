import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { enrollmentFailureSentence } from '@/lib/i18n/enrollment-failure-sentence';
import { exitSentence } from '@/lib/i18n/exit-sentence';
import { t } from '@/lib/i18n/t';
import { waitingSentence } from '@/lib/i18n/waiting-sentence';
import { whoseTime } from '@/lib/i18n/whose-time';
import type { EnrollmentRow } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

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
  readonly onUnenroll: () => void;
}

/** One enrollment: who, in what, how far, what is next and why not. */
export function EnrollmentLine({ row, now, busy, onUnenroll }: EnrollmentLineProps) {
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLElement>();
  const { contactName, to, from, sequenceName, step, steps, state } = row;
  const isLive = state === 'scheduled' || state === 'active' || state === 'paused';
  return (
    <li class="so-row so-row-enrollment" ref={area}>
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
      </span>
      <div class="so-row-actions">
        {isLive && (
          <Button
            size="s"
            busy={busy}
            label={t('options.enrollments.unenrollWho', [contactName])}
            onClick={onUnenroll}
          >
            {t('options.enrollments.unenroll')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What comes next on the contact's own clock, what holds it up, or why it is over. */
function reasonOf(row: EnrollmentRow, now: Instant): string | undefined {
  const { state, reason, waiting, nextAt, zone, zoneSource } = row;
  if (state === 'failed') return enrollmentFailureSentence(reason ?? '');
  if (state === 'unenrolled') return isExit(reason) ? exitSentence(reason) : undefined;
  if (waiting !== undefined) return waitingSentence(waiting);
  if (nextAt === undefined) return undefined;
  return t('options.enrollments.next', [whoseTime(nextAt, { now, zone, zoneSource })]);
}

type Exit = Parameters<typeof exitSentence>[0];

const EXITS: readonly string[] = [
  'undone',
  'replied',
  'bounced',
  'optedOut',
  'contactDeleted',
] satisfies readonly Exit[];

/** A manual end needs no second word: the state says it. */
function isExit(reason: string | undefined): reason is Exit {
  return reason !== undefined && EXITS.includes(reason);
}
