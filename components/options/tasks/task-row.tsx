import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { Instant } from '@/lib/time/instant';
import { OpenEmail } from './open-email';
import type { TaskLine } from './task-line';

export interface TaskRowProps {
  readonly line: TaskLine;
  readonly now: Instant;
  readonly busy: boolean;
  /** Was done while this page is open, and can be opened again. */
  readonly isDone: boolean;
  readonly onToggle: () => void;
  readonly onCopy: (text: string) => void;
}

/** One task: what, for whom, until when. */
export function TaskRow({ line, now, busy, isDone, onToggle, onCopy }: TaskRowProps) {
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLElement>();
  const { title, contactName, address } = line;
  const isOverdue = !isDone && isBeforeToday(line.dueAt, now);
  const name = isDone ? t('tasks.reopenWhat', [title]) : t('tasks.doneWhat', [title]);
  return (
    <li class="so-row so-row-task" ref={area} data-done={isDone || undefined}>
      <span class="so-row-name">
        <strong ref={home} tabIndex={-1}>
          <ForeignText text={title} />
        </strong>
        <span class="so-quiet">
          <ForeignText
            text={[contactName, address === contactName ? undefined : address]
              .filter(Boolean)
              .join(' · ')}
          />
        </span>
        {line.sequenceName !== undefined && (
          <span class="so-quiet">
            <ForeignText text={t('tasks.ofSequence', [line.sequenceName])} />
          </span>
        )}
        {line.note !== undefined && (
          <span class="so-task-note">
            <bdi>{line.note}</bdi>
          </span>
        )}
      </span>
      <span class="so-row-state">
        <span class="so-row-badges">
          <Badge>{t(`tasks.kind.${line.kind}`)}</Badge>
          {line.priority !== undefined && line.priority !== 'none' && (
            <Badge tone={line.priority === 'high' ? 'accent' : 'neutral'}>
              {t('tasks.priority', [t(`priority.${line.priority}`)])}
            </Badge>
          )}
          {isOverdue && (
            <Badge tone="warn" icon="clock">
              {t('tasks.overdue')}
            </Badge>
          )}
        </span>
        <span class="so-quiet so-number">{dueText(line.dueAt, now)}</span>
      </span>
      <div class="so-row-actions">
        {!isDone && line.email && (
          <OpenEmail email={line.email} label={t('tasks.composeWhat', [title])} onCopy={onCopy}>
            {t('tasks.compose')}
          </OpenEmail>
        )}
        {!isDone && line.threadUrl !== undefined && (
          <a
            class="so-button"
            data-variant="ghost"
            data-size="s"
            href={line.threadUrl}
            target="_blank"
            rel="noreferrer"
          >
            {t('tasks.thread')}
          </a>
        )}
        <Button
          size="s"
          variant={isDone ? 'ghost' : 'secondary'}
          icon={isDone ? 'undo' : 'check'}
          busy={busy}
          label={name}
          onClick={onToggle}
        >
          {isDone ? t('tasks.reopen') : t('tasks.done')}
        </Button>
      </div>
    </li>
  );
}

function dueText(dueAt: Instant, now: Instant): string {
  if (isBeforeToday(dueAt, now)) return t('tasks.wasDue', [pastDay(dueAt, { now })]);
  return dueAt <= now ? t('tasks.dueToday') : t('tasks.due', [when(dueAt, { now })]);
}

/** A task has its whole day, on the rep's own calendar. */
function isBeforeToday(at: Instant, now: Instant): boolean {
  return at < new Date(now).setHours(0, 0, 0, 0);
}
