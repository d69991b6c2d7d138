import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { Suppression } from '@/lib/domain/suppression/suppression';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { NotLoaded } from './not-loaded';
import { Section } from './section';
import { SuppressionRow } from './suppression-row';

export interface SuppressionSectionProps {
  readonly takesFocus: boolean;
  /** `undefined` until they were read. */
  readonly rows: readonly Suppression[] | undefined;
  readonly hasMore: boolean;
  readonly failed: boolean;
  readonly text: string;
  readonly typed: string;
  readonly reason: Suppression['reason'];
  readonly invalid: readonly string[];
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly removing: string | undefined;
  readonly now: Instant;
  readonly onSearch: (text: string) => void;
  readonly onMore: () => void;
  readonly onType: (text: string) => void;
  readonly onReason: (reason: Suppression['reason']) => void;
  readonly onAdd: () => void;
  readonly onAskToRemove: (address: string | undefined) => void;
  readonly onRemove: (address: string) => void;
  readonly onRetry: () => void;
}

const REASONS = ['blocked', 'optedOut', 'bounced', 'spamComplaint'] as const;

/** Everybody who is never written to, and adding many at once. */
export function SuppressionSection(props: SuppressionSectionProps) {
  return (
    <Section
      title={t('suppression.title')}
      intro={t('suppression.intro')}
      takesFocus={props.takesFocus}
    >
      <AddForm {...props} />
      {props.failed && <NotLoaded onRetry={props.onRetry} />}
      {props.rows !== undefined && <Rows {...props} rows={props.rows} />}
    </Section>
  );
}

function AddForm(props: SuppressionSectionProps) {
  const { typed, reason, invalid, error, busy } = props;
  return (
    <form
      class="so-card so-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onAdd();
      }}
    >
      <TextField
        label={t('suppression.add')}
        hint={t('suppression.addHint')}
        rows={4}
        value={typed}
        error={error}
        onInput={props.onType}
      />
      <SelectField
        label={t('suppression.reasonLabel')}
        value={reason}
        options={REASONS.map((value) => ({ value, label: t(`suppression.reason.${value}`) }))}
        onSelect={props.onReason}
      />
      {invalid.length > 0 && (
        <Notice tone="warn" announce title={t('suppression.invalid', [String(invalid.length)])}>
          <ul class="so-invalid">
            {invalid.slice(0, 50).map((line) => (
              <li key={line}>
                <bdi>{line.slice(0, 120)}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Button variant="primary" busy={busy} onClick={props.onAdd}>
        {t('suppression.addButton')}
      </Button>
    </form>
  );
}

function Rows(props: SuppressionSectionProps & { readonly rows: readonly Suppression[] }) {
  const { rows, text, removing, hasMore, now } = props;
  if (rows.length === 0 && text.trim() === '') {
    return (
      <EmptyState icon="block" title={t('suppression.none')}>
        {t('suppression.noneHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <search class="so-filter so-filter-one">
        <TextField
          label={t('suppression.search')}
          value={text}
          onInput={props.onSearch}
          maxLength={320}
        />
        <p class="so-quiet so-number" role="status">
          {t('options.enrollments.shown', [hasMore ? `${rows.length}+` : String(rows.length)])}
        </p>
      </search>
      {rows.length === 0 ? (
        <EmptyState icon="search" title={t('options.enrollments.noMatch')} />
      ) : (
        <ul class="so-list" aria-label={t('suppression.title')}>
          {rows.map((row) => (
            <SuppressionRow
              key={row.address}
              row={row}
              now={now}
              removing={removing === row.address}
              onAskToRemove={(asked) => props.onAskToRemove(asked ? row.address : undefined)}
              onRemove={() => props.onRemove(row.address)}
            />
          ))}
        </ul>
      )}
      {hasMore && <Button onClick={props.onMore}>{t('suppression.more')}</Button>}
    </>
  );
}
