import type { WorkflowRunId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { RunLine } from './run-line';
import { RunRow } from './run-row';

export interface ContactRunsProps {
  readonly runs: readonly RunLine[];
  readonly contactName: string;
  readonly leaving: WorkflowRunId | undefined;
  readonly now: Instant;
  readonly zone: Zone;
  readonly onAskToLeave: (id: WorkflowRunId | undefined) => void;
  readonly onLeave: (run: RunLine) => void;
}

/** The workflows that one contact is or was in; nothing when there is none. */
export function ContactRuns(props: ContactRunsProps) {
  const { runs, contactName } = props;
  if (runs.length === 0) return null;
  return (
    <div class="so-contact-runs">
      <h4>{t('workflows.history.ofContact')}</h4>
      <ul aria-label={t('workflows.history.ofWho', [contactName])}>
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            named="workflow"
            now={props.now}
            zone={props.zone}
            leaving={props.leaving === run.id}
            onAskToLeave={(asked) => props.onAskToLeave(asked ? run.id : undefined)}
            onLeave={() => props.onLeave(run)}
          />
        ))}
      </ul>
    </div>
  );
}
