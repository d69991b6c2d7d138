import { Spinner } from '@/components/ui/spinner';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { journalSentence } from '@/lib/i18n/journal-sentence';
import { planDate } from '@/lib/i18n/plan-date';
import { t } from '@/lib/i18n/t';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';

export interface EnrollmentHistoryProps {
  readonly row: Pick<EnrollmentRow, 'contactName' | 'zone'>;
  readonly now: Instant;
  readonly history: readonly JournalEntry[] | 'reading';
}

/** What happened, when, and who did it; the oldest first, on the contact's clock. */
export function EnrollmentHistory({ row, now, history }: EnrollmentHistoryProps) {
  const { contactName, zone } = row;
  const label = t('options.enrollments.historyWho', [contactName]);
  if (history === 'reading') {
    return (
      <div class="so-row-wide">
        <Spinner label={t('ui.loading')} />
      </div>
    );
  }
  return (
    <div class="so-row-wide so-history">
      {history.length === 0 && <p class="so-quiet">{t('options.enrollments.noHistory')}</p>}
      <ol aria-label={label}>
        {history.map((entry) => (
          <li key={`${entry.at}/${entry.code}`}>
            <time class="so-quiet so-number" dateTime={new Date(entry.at).toISOString()}>
              {planDate(entry.at, { now, zone })}
            </time>
            <span>{journalSentence(entry, { now, zone })}</span>
            <span class="so-quiet">{t(`journal.actor.${entry.actor}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
