import { Badge } from '@/components/ui/badge';
import { ForeignText } from '@/components/ui/foreign-text';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { enrollmentFailureSentence } from '@/lib/i18n/enrollment-failure-sentence';
import { howLong } from '@/lib/i18n/how-long';
import { pastDay } from '@/lib/i18n/past-day';
import { planDate } from '@/lib/i18n/plan-date';
import { t } from '@/lib/i18n/t';
import { waitingSentence } from '@/lib/i18n/waiting-sentence';
import { when } from '@/lib/i18n/when';
import type { OutboxLine } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';
import type { OutboxAction } from './outbox-action';
import { OutboxActions } from './outbox-actions';

export interface OutboxRowProps {
  readonly line: OutboxLine;
  readonly now: Instant;
  /** Whose clock a line has that has none of its own. */
  readonly zone: string;
  readonly busy: boolean;
  readonly onAction: (action: OutboxAction) => void;
  readonly onOpen: () => void;
}

/** One effect: to whom, what, when, and what holds it up or went wrong. */
export function OutboxRow(props: OutboxRowProps) {
  const { line } = props;
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLElement>();
  const { contactName, to, sequenceName, step, steps, from, effect } = line;
  return (
    <li class="so-row so-row-outbox" ref={area}>
      <span class="so-row-name">
        <strong ref={home} tabIndex={-1}>
          <ForeignText text={contactName} />
        </strong>
        {to !== undefined && to !== contactName && (
          <span class="so-quiet">
            <ForeignText text={to} />
          </span>
        )}
      </span>
      <span class="so-row-name">
        <ForeignText text={sequenceName} />
        <span class="so-quiet so-number">
          {t('outbox.step', [String(step), String(steps)])} · {t(`outbox.effect.${effect}`)}
        </span>
        {from !== '' && (
          <span class="so-quiet">
            <ForeignText text={t('outbox.fromWho', [from])} />
          </span>
        )}
      </span>
      <Standing {...props} />
      <OutboxActions {...props} />
    </li>
  );
}

function Standing({ line, now, zone }: OutboxRowProps) {
  const { planned, wakeAt, waiting, lateMs, failure, failedAt } = line;
  const where = { now, zone: line.zone ?? zone };
  const isByHand = waiting === 'confirm';
  const isPutOff = !isByHand && wakeAt !== undefined && wakeAt > planned && wakeAt > now;
  if (failure !== undefined) {
    return (
      <span class="so-row-state">
        <span>{enrollmentFailureSentence(failure)}</span>
        <span class="so-quiet so-number">
          {failedAt !== undefined && t('outbox.failedOn', [pastDay(failedAt, { now })])}
        </span>
        {line.mayRetry !== true && <span class="so-quiet">{t('outbox.noRetry')}</span>}
      </span>
    );
  }
  return (
    <span class="so-row-state">
      <Why line={line} />
      <span class="so-quiet so-number">{t('outbox.planned', [planDate(planned, where)])}</span>
      {isByHand && <a href="#tasks">{t('outbox.toTasks')}</a>}
      {isPutOff && (
        <span class="so-quiet so-number">{t('outbox.lookedAt', [when(wakeAt, where)])}</span>
      )}
      {lateMs !== undefined && (
        <Badge tone="warn" icon="clock">
          {t('outbox.late', [howLong(lateMs)])}
        </Badge>
      )}
    </span>
  );
}

function Why({ line: { state, paused, waiting } }: { readonly line: OutboxLine }) {
  if (state === 'sending') {
    return <span>{waiting === undefined ? t('outbox.leaving') : waitingSentence(waiting)}</span>;
  }
  if (paused !== undefined) return <span>{t(`outbox.pausedBy.${paused}`)}</span>;
  return waiting === undefined ? null : <span>{waitingSentence(waiting)}</span>;
}
