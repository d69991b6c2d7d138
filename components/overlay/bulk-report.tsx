import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { Icon } from '@/components/ui/icon';
import { TONE_ICON } from '@/components/ui/tone-icon';
import type { BulkOutcome } from '@/lib/domain/enrollment/bulk';
import type { EnrollmentId } from '@/lib/domain/ids';
import { bulkOutcomeSentence } from '@/lib/i18n/bulk-outcome-sentence';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import type { Instant } from '@/lib/time/instant';

export interface BulkReportProps {
  readonly run: BulkProgress;
  readonly now: Instant;
  readonly onUnenroll: (id: EnrollmentId, event: MouseEvent) => void;
}

const AT_FIRST = 30;
const TONES = {
  enrolled: 'good',
  changed: 'good',
  refused: 'warn',
  unchanged: 'neutral',
  canceled: 'neutral',
  waiting: 'neutral',
} as const;
/** What needs a look comes first, what has not begun last; nothing jumps about while it runs. */
const ORDER = ['refused', 'enrolled', 'changed', 'unchanged', 'canceled', 'waiting'];

/** What became of every contact, one by one. */
export function BulkReport({ run, now, onUnenroll }: BulkReportProps) {
  const [isAll, showAll] = useState(false);
  const isOver = run.state !== 'running';
  const rows = run.rows
    .map((row, index) => ({ ...row, index, kind: kindOf(row.outcome) }))
    .sort((a, b) => (isOver ? ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) : 0));
  const shown = isAll ? rows : rows.slice(0, AT_FIRST);
  return (
    <section class="so-bulk">
      <ul class="so-bulk-rows" aria-label={t('bulk.report')}>
        {shown.map(({ name, outcome, index, kind }) => (
          <li key={index} data-tone={TONES[kind]}>
            <Icon name={kind === 'waiting' ? 'clock' : TONE_ICON[TONES[kind]]} />
            <span class="so-bulk-who">
              <ForeignText text={name || t('bulk.noName')} />
            </span>
            {outcome?.kind === 'enrolled' ? (
              <Button
                size="s"
                variant="ghost"
                title={t('popup.unenrollWho', [isolated(name)])}
                onClick={(event) => onUnenroll(outcome.enrollmentId, event)}
              >
                {t('overlay.unenroll')}
              </Button>
            ) : (
              <span />
            )}
            <p class="so-field-hint">{bulkOutcomeSentence(outcome, now)}</p>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <p class="so-bulk-more">
          <Button size="s" variant="link" onClick={() => showAll(true)}>
            {t('bulk.showAll', [String(rows.length)])}
          </Button>
        </p>
      )}
    </section>
  );
}

function kindOf(outcome: BulkOutcome | undefined): keyof typeof TONES {
  return outcome?.kind ?? 'waiting';
}
