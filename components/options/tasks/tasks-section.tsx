import { NotLoaded } from '@/components/options/not-loaded';
import { Section } from '@/components/options/section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { TaskId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { AskList, type AskListProps } from './ask-list';
import { NotifyGroup, type NotifyGroupProps } from './notify-group';
import type { TaskLine } from './task-line';
import { TaskRow } from './task-row';

export interface TasksSectionProps {
  readonly takesFocus: boolean;
  /** `undefined` until they were read. */
  readonly open: readonly TaskLine[] | undefined;
  /** Done while this page is open. */
  readonly done: readonly TaskLine[];
  readonly hasMore: boolean;
  readonly asks: AskListProps;
  readonly notify: NotifyGroupProps;
  readonly failed: boolean;
  readonly busy: TaskId | undefined;
  readonly now: Instant;
  readonly onComplete: (line: TaskLine) => void;
  readonly onReopen: (line: TaskLine) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}

/** What the rep has to do for contacts. */
export function TasksSection(props: TasksSectionProps) {
  const { open, done, hasMore } = props;
  return (
    <Section title={t('tasks.title')} intro={t('tasks.intro')} takesFocus={props.takesFocus}>
      {props.failed && <NotLoaded onRetry={props.onRetry} />}
      {props.asks.asks.length > 0 && <AskList {...props.asks} />}
      {open?.length === 0 && props.asks.asks.length === 0 && (
        <EmptyState icon="check" title={t('tasks.none')}>
          {t('tasks.noneHint')}
        </EmptyState>
      )}
      {open !== undefined && open.length > 0 && (
        <>
          <p class="so-quiet so-number" role="status">
            {t('tasks.shown', [hasMore ? `${open.length}+` : String(open.length)])}
          </p>
          <Rows {...props} lines={open} label={t('tasks.list')} onToggle={props.onComplete} />
          {hasMore && <Button onClick={props.onMore}>{t('tasks.more')}</Button>}
        </>
      )}
      {done.length > 0 && (
        <section class="so-group" aria-labelledby="so-tasks-done">
          <h3 id="so-tasks-done">{t('tasks.doneHere')}</h3>
          <Rows
            {...props}
            isDone
            lines={done}
            label={t('tasks.doneHere')}
            onToggle={props.onReopen}
          />
        </section>
      )}
      <NotifyGroup {...props.notify} />
    </Section>
  );
}

function Rows(props: {
  readonly lines: readonly TaskLine[];
  readonly label: string;
  readonly isDone?: boolean;
  readonly busy: TaskId | undefined;
  readonly now: Instant;
  readonly asks: Pick<AskListProps, 'onCopy'>;
  readonly onToggle: (line: TaskLine) => void;
}) {
  return (
    <ul class="so-list" aria-label={props.label}>
      {props.lines.map((line) => (
        <TaskRow
          key={line.id}
          line={line}
          now={props.now}
          busy={props.busy === line.id}
          isDone={props.isDone ?? false}
          onToggle={() => props.onToggle(line)}
          onCopy={props.asks.onCopy}
        />
      ))}
    </ul>
  );
}
