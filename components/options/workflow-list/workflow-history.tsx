import { NotLoaded } from '@/components/options/not-loaded';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { WorkflowRunId } from '@/lib/domain/ids';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { journalSentence } from '@/lib/i18n/journal-sentence';
import { planDate } from '@/lib/i18n/plan-date';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { RunLine } from './run-line';
import { RunRow } from './run-row';

export interface WorkflowHistoryProps {
  /** `undefined` until they were read. */
  readonly runs: readonly RunLine[] | undefined;
  readonly journal: readonly JournalEntry[];
  readonly hasMore: boolean;
  readonly failed: boolean;
  readonly leaving: WorkflowRunId | undefined;
  readonly now: Instant;
  readonly zone: Zone;
  readonly onMore: () => void;
  readonly onAskToLeave: (id: WorkflowRunId | undefined) => void;
  readonly onLeave: (run: RunLine) => void;
  readonly onRetry: () => void;
}

/** Who went through a workflow, and what was done to it. */
export function WorkflowHistory(props: WorkflowHistoryProps) {
  const { runs, failed, now, zone } = props;
  return (
    <section class="so-group" aria-labelledby="so-workflow-history">
      <h3 id="so-workflow-history">{t('workflows.history.title')}</h3>
      {failed && <NotLoaded onRetry={props.onRetry} />}
      {runs === undefined && !failed && <Spinner label={t('ui.loading')} />}
      {runs?.length === 0 && <p class="so-quiet">{t('workflows.history.none')}</p>}
      {runs !== undefined && runs.length > 0 && (
        <ul class="so-list" aria-label={t('workflows.history.title')}>
          {runs.map((run) => (
            <RunRow
              key={run.id}
              run={run}
              named="contact"
              now={now}
              zone={zone}
              leaving={props.leaving === run.id}
              onAskToLeave={(asked) => props.onAskToLeave(asked ? run.id : undefined)}
              onLeave={() => props.onLeave(run)}
            />
          ))}
        </ul>
      )}
      {props.hasMore && <Button onClick={props.onMore}>{t('options.enrollments.more')}</Button>}
      {props.journal.length > 0 && <Journal {...props} />}
    </section>
  );
}

function Journal({ journal, now, zone }: WorkflowHistoryProps) {
  return (
    <details class="so-card">
      <summary>{t('workflows.history.journal', [String(journal.length)])}</summary>
      <ol class="so-run-log">
        {journal.map((entry, index) => (
          <li key={`${index}/${entry.at}/${entry.code}`}>
            <time class="so-quiet so-number" dateTime={new Date(entry.at).toISOString()}>
              {planDate(entry.at, { now, zone })}
            </time>
            <span>
              {journalSentence(entry, { now, zone })}
              <span class="so-quiet"> · {t(`journal.actor.${entry.actor}`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
