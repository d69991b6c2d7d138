import { EmptyState } from '@/components/ui/empty-state';
import { ForeignText } from '@/components/ui/foreign-text';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { Overview } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

export interface ActiveSequencesProps {
  readonly sequences: Overview['sequences'];
  readonly now: Instant;
}

/** What is running, the next send first. */
export function ActiveSequences({ sequences, now }: ActiveSequencesProps) {
  if (sequences.length === 0) {
    return (
      <EmptyState icon="mail" title={t('popup.nothingActive')}>
        {t('popup.nothingActiveHint')}
      </EmptyState>
    );
  }
  const soonest = [...sequences].sort((a, b) => (a.nextAt ?? Infinity) - (b.nextAt ?? Infinity));
  return (
    <ul class="so-sequences">
      {soonest.map(({ id, name, active, nextAt }) => (
        <li key={id}>
          <strong class="so-sequence-name">
            <ForeignText text={name} />
          </strong>
          <span class="so-number so-sequence-count">
            {t('popup.sequenceActive', [String(active)])}
          </span>
          <span class="so-quiet so-number so-sequence-next">
            {nextAt === undefined
              ? t('popup.noNextSend')
              : t('popup.nextSend', [when(nextAt, { now })])}
          </span>
        </li>
      ))}
    </ul>
  );
}
