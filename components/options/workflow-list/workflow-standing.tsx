import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';
import { HeldNotice } from './held-notice';
import type { WorkflowLine } from './workflow-line';
import { WorkflowState, workflowStateSentence } from './workflow-state';

export interface WorkflowStandingProps {
  readonly line: WorkflowLine;
  readonly busy: boolean;
  /** Something typed is not saved: what is switched on is what is saved. */
  readonly isChanged: boolean;
  readonly onSwitchOn: () => void;
  readonly onSwitchOff: () => void;
  readonly onRelease: (reason: string) => void;
}

/** What the open workflow is doing, and its switch. */
export function WorkflowStanding(props: WorkflowStandingProps) {
  const { line, busy, isChanged } = props;
  const isOff = line.state === 'off';
  return (
    <section class="so-card so-standing" aria-label={t('workflows.standing')}>
      <div class="so-standing-head">
        <span class="so-row-badges">
          <WorkflowState {...line} />
        </span>
        {isOff ? (
          <Button
            variant="primary"
            size="s"
            busy={busy}
            disabledReason={isChanged ? t('workflows.saveFirst') : undefined}
            onClick={props.onSwitchOn}
          >
            {t('workflows.switchOn')}
          </Button>
        ) : (
          <Button size="s" busy={busy} onClick={props.onSwitchOff}>
            {t('workflows.switchOff')}
          </Button>
        )}
      </div>
      <p>{workflowStateSentence(line)}</p>
      <p class="so-quiet so-number">
        {[
          t('workflows.inside', [String(line.inside)]),
          t('workflows.enteredCount', [String(line.entered)]),
          t('workflows.enrolledCount', [String(line.enrolled)]),
          t('workflows.skippedCount', [String(line.skipped)]),
        ].join(' · ')}
      </p>
      {isOff && isChanged && <p class="so-quiet">{t('workflows.saveFirst')}</p>}
      {line.state === 'held' && (
        <HeldNotice
          name={line.name}
          recent={line.recent}
          busy={busy}
          onRelease={props.onRelease}
          onSwitchOff={props.onSwitchOff}
        />
      )}
    </section>
  );
}
