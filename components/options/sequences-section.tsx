import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/text-field';
import type { SequenceId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { NotLoaded } from './not-loaded';
import { Section } from './section';
import type { SequenceAction, SequenceFilter, SequenceLine } from './sequence-line';
import { SequenceRow } from './sequence-row';

export interface SequencesSectionProps {
  readonly takesFocus: boolean;
  /** `undefined` until they were read. */
  readonly lines: readonly SequenceLine[] | undefined;
  readonly shown: readonly SequenceLine[];
  readonly failed: boolean;
  readonly filter: SequenceFilter;
  readonly busy: SequenceId | undefined;
  readonly deleting: SequenceId | undefined;
  readonly now: Instant;
  readonly onFilter: (change: Partial<SequenceFilter>) => void;
  readonly onNew: () => void;
  readonly onAction: (line: SequenceLine, action: SequenceAction) => void;
  readonly onDuplicate: (line: SequenceLine) => void;
  readonly onAskToDelete: (id: SequenceId | undefined) => void;
  readonly onRetry: () => void;
}

/** All sequences, and the way to a new one. */
export function SequencesSection(props: SequencesSectionProps) {
  const { lines, failed } = props;
  return (
    <Section
      title={t('options.sequences.title')}
      intro={t('options.sequences.intro')}
      takesFocus={props.takesFocus}
    >
      {failed && <NotLoaded onRetry={props.onRetry} />}
      <div class="so-bar">
        <Button variant="primary" icon="plus" onClick={props.onNew}>
          {t('options.sequences.new')}
        </Button>
      </div>
      {lines?.length === 0 && (
        <EmptyState icon="mail" title={t('options.sequences.none')}>
          {t('options.sequences.noneHint')}
        </EmptyState>
      )}
      {lines !== undefined && lines.length > 0 && (
        <>
          <Filter {...props} />
          <Rows {...props} />
        </>
      )}
    </Section>
  );
}

function Filter({ filter, shown, onFilter }: SequencesSectionProps) {
  return (
    <search class="so-filter">
      <TextField
        label={t('options.sequences.search')}
        value={filter.text}
        onInput={(text) => onFilter({ text })}
        maxLength={200}
      />
      <CheckField
        label={t('options.sequences.withArchived')}
        checked={filter.archived}
        onChange={(archived) => onFilter({ archived })}
      />
      <p class="so-quiet so-number" role="status">
        {t('options.enrollments.shown', [String(shown.length)])}
      </p>
    </search>
  );
}

function Rows(props: SequencesSectionProps) {
  const { shown, busy, deleting, now, onFilter } = props;
  if (shown.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={t('options.enrollments.noMatch')}
        action={
          <Button size="s" onClick={() => onFilter({ text: '', archived: true })}>
            {t('options.sequences.showAll')}
          </Button>
        }
      >
        {t('options.sequences.noMatchHint')}
      </EmptyState>
    );
  }
  return (
    <ul class="so-list" aria-label={t('options.sequences.title')}>
      {shown.map((line) => (
        <SequenceRow
          key={line.id}
          line={line}
          now={now}
          busy={busy === line.id}
          deleting={deleting === line.id}
          onAction={(action) => props.onAction(line, action)}
          onDuplicate={() => props.onDuplicate(line)}
          onAskToDelete={(asked) => props.onAskToDelete(asked ? line.id : undefined)}
        />
      ))}
    </ul>
  );
}
