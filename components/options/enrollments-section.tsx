import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { t } from '@/lib/i18n/t';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';
import { BulkBar, type BulkBarProps } from './bulk-bar';
import type { EnrollmentFilter } from './enrollment-filter';
import { EnrollmentLine } from './enrollment-line';
import { NotLoaded } from './not-loaded';
import type { RowAction } from './row-action';
import { Section } from './section';

export interface EnrollmentsSectionProps {
  readonly takesFocus: boolean;
  /** All that were read; `undefined` before the first reading. */
  readonly rows: readonly EnrollmentRow[] | undefined;
  readonly shown: readonly EnrollmentRow[];
  readonly failed: boolean;
  readonly hasMore: boolean;
  readonly filter: EnrollmentFilter;
  readonly busy: EnrollmentId | undefined;
  readonly picked: ReadonlySet<EnrollmentId>;
  readonly bulk: Omit<BulkBarProps, 'picked'>;
  /** What happened to one of them; without entries while they are read. */
  readonly history:
    | { readonly id: EnrollmentId; readonly entries?: readonly JournalEntry[] }
    | undefined;
  /** Stands below the history that is shown. */
  readonly historyMore?: ComponentChildren;
  readonly now: Instant;
  readonly onFilter: (change: Partial<EnrollmentFilter>) => void;
  readonly onMore: () => void;
  readonly onPick: (id: EnrollmentId) => void;
  readonly onAction: (row: EnrollmentRow, action: RowAction) => void;
  readonly onHistory: (id: EnrollmentId) => void;
  readonly onRetry: () => void;
}

const STATES = ['scheduled', 'active', 'paused', 'finished', 'unenrolled', 'failed'] as const;

/** Everybody who is or was in a sequence. */
export function EnrollmentsSection(props: EnrollmentsSectionProps) {
  return (
    <Section
      title={t('options.enrollments.title')}
      intro={t('options.enrollments.intro')}
      takesFocus={props.takesFocus}
    >
      {props.failed && <NotLoaded onRetry={props.onRetry} />}
      {props.rows?.length === 0 && (
        <EmptyState icon="people" title={t('options.enrollments.none')}>
          {t('options.enrollments.noneHint')}
        </EmptyState>
      )}
      {props.rows !== undefined && props.rows.length > 0 && (
        <>
          <Filter {...props} />
          <Rows {...props} />
        </>
      )}
    </Section>
  );
}

function Filter({ filter, rows, shown, hasMore, onFilter }: EnrollmentsSectionProps) {
  return (
    <search class="so-filter">
      <TextField
        label={t('options.enrollments.search')}
        placeholder={t('options.enrollments.searchHint')}
        value={filter.text}
        onInput={(text) => onFilter({ text })}
        maxLength={200}
      />
      <SelectField
        label={t('options.enrollments.state')}
        value={filter.state}
        options={[
          { value: 'any', label: t('options.enrollments.anyState') },
          { value: 'live', label: t('options.enrollments.live') },
          ...STATES.map((state) => ({
            value: state,
            label: t(`enrollmentState.${state}`),
          })),
        ]}
        onSelect={(state) => onFilter({ state })}
      />
      <p class="so-quiet so-number" role="status">
        {t('options.enrollments.shown', [String(shown.length)])}
        {hasMore && ` · ${t('options.enrollments.searched', [String(rows?.length ?? 0)])}`}
      </p>
    </search>
  );
}

function Rows(props: EnrollmentsSectionProps) {
  const { shown, hasMore, busy, now, picked, onFilter } = props;
  return (
    <>
      <BulkBar {...props.bulk} picked={picked.size} />
      {shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('options.enrollments.noMatch')}
          action={
            <Button size="s" onClick={() => onFilter({ text: '', state: 'any' })}>
              {t('options.enrollments.clear')}
            </Button>
          }
        >
          {t('options.enrollments.noMatchHint')}
        </EmptyState>
      ) : (
        <ul class="so-list" aria-label={t('options.enrollments.title')}>
          {shown.map((row) => (
            <EnrollmentLine
              key={row.enrollmentId}
              row={row}
              now={now}
              busy={busy === row.enrollmentId}
              picked={picked.has(row.enrollmentId)}
              history={historyOf(props, row)}
              historyMore={props.historyMore}
              onPick={() => props.onPick(row.enrollmentId)}
              onAction={(action) => props.onAction(row, action)}
              onHistory={() => props.onHistory(row.enrollmentId)}
            />
          ))}
        </ul>
      )}
      {hasMore && <Button onClick={props.onMore}>{t('options.enrollments.more')}</Button>}
    </>
  );
}

function historyOf({ history }: EnrollmentsSectionProps, { enrollmentId }: EnrollmentRow) {
  return history?.id === enrollmentId ? (history.entries ?? 'reading') : undefined;
}
