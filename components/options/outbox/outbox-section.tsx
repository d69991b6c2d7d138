import { NotLoaded } from '@/components/options/not-loaded';
import { Section } from '@/components/options/section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n/t';
import type { OutboxLine, OutboxView } from '@/lib/rpc/list-views';
import type { CatchUpView } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import type { OutboxAction } from './outbox-action';
import { groupOf, OUTBOX_GROUPS } from './outbox-groups';
import { OutboxRow } from './outbox-row';
import { OutboxStanding } from './outbox-standing';

export interface OutboxSectionProps {
  readonly takesFocus: boolean;
  /** `undefined` until it was read. */
  readonly view: OutboxView | undefined;
  readonly catchUp: CatchUpView | undefined;
  readonly failed: boolean;
  /** Of the line that is being changed. */
  readonly busy: string | undefined;
  /** Everything is being paused, or let go on. */
  readonly switching: boolean;
  readonly now: Instant;
  readonly zone: string;
  readonly onPauseAll: (paused: boolean) => void;
  readonly onDismiss: () => void;
  readonly onAction: (line: OutboxLine, action: OutboxAction) => void;
  readonly onOpen: (line: OutboxLine) => void;
  readonly onMore: () => void;
  readonly onMoreParked: () => void;
  readonly onRetry: () => void;
}

/** What leaves when, what waits and why, and what failed. */
export function OutboxSection(props: OutboxSectionProps) {
  const { view } = props;
  const isEmpty = view?.lines.length === 0 && view.parked.length === 0;
  return (
    <Section title={t('outbox.title')} intro={t('outbox.intro')} takesFocus={props.takesFocus}>
      {props.failed && <NotLoaded onRetry={props.onRetry} />}
      <OutboxStanding {...props} />
      {isEmpty && (
        <EmptyState icon="clock" title={t('outbox.none')}>
          {t('outbox.noneHint')}
        </EmptyState>
      )}
      {view !== undefined && view.lines.length > 0 && <Planned {...props} view={view} />}
      {view !== undefined && view.parked.length > 0 && <Parked {...props} view={view} />}
    </Section>
  );
}

type ReadProps = OutboxSectionProps & { readonly view: OutboxView };

function Planned(props: ReadProps) {
  const { view, now } = props;
  const { lines, hasMore } = view;
  const groups = Map.groupBy(lines, (line) => groupOf(line, now));
  return (
    <>
      <p class="so-quiet so-number" role="status">
        {t('outbox.shown', [hasMore ? `${lines.length}+` : String(lines.length)])}
      </p>
      {OUTBOX_GROUPS.map((group) => (
        <Group key={group} {...props} group={group} lines={groups.get(group) ?? []} />
      ))}
      {hasMore && <Button onClick={props.onMore}>{t('outbox.more')}</Button>}
    </>
  );
}

function Parked(props: ReadProps) {
  const { view } = props;
  return (
    <>
      <Group {...props} group="parked" lines={view.parked} />
      {view.hasMoreParked && <Button onClick={props.onMoreParked}>{t('outbox.moreParked')}</Button>}
    </>
  );
}

function Group(
  props: OutboxSectionProps & {
    readonly group: (typeof OUTBOX_GROUPS)[number] | 'parked';
    readonly lines: readonly OutboxLine[];
  },
) {
  const { group, lines, busy } = props;
  if (lines.length === 0) return null;
  const title = t(`outbox.group.${group}`);
  return (
    <section class="so-group" aria-labelledby={`so-outbox-${group}`}>
      <h3 id={`so-outbox-${group}`}>{title}</h3>
      {group === 'parked' && <p class="so-quiet">{t('outbox.parkedHint')}</p>}
      <ul class="so-list" aria-label={title}>
        {lines.map((line) => (
          <OutboxRow
            key={line.key}
            line={line}
            now={props.now}
            zone={props.zone}
            busy={busy === line.key}
            onAction={(action) => props.onAction(line, action)}
            onOpen={() => props.onOpen(line)}
          />
        ))}
      </ul>
    </section>
  );
}
