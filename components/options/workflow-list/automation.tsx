import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import type { WorkflowId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { HeldNotice } from './held-notice';
import type { WorkflowLine } from './workflow-line';
import { WorkflowState, workflowStateSentence } from './workflow-state';

export interface AutomationProps {
  /** `undefined` until they were read. */
  readonly lines: readonly WorkflowLine[] | undefined;
  readonly busy: WorkflowId | undefined;
  readonly onNew: () => void;
  readonly onSwitchOn: (line: WorkflowLine) => void;
  readonly onSwitchOff: (line: WorkflowLine) => void;
  readonly onRelease: (line: WorkflowLine, reason: string) => void;
}

/** The workflows that enroll in or were made for one sequence, switched on and off from here. */
export function Automation(props: AutomationProps) {
  const { lines } = props;
  return (
    <section class="so-group" aria-labelledby="so-automation">
      <h3 id="so-automation">{t('workflows.automation.title')}</h3>
      <p class="so-quiet">{t('workflows.automation.intro')}</p>
      {lines?.length === 0 && <p class="so-quiet">{t('workflows.automation.none')}</p>}
      {lines !== undefined && lines.length > 0 && (
        <ul class="so-list" aria-label={t('workflows.automation.title')}>
          {lines.map((line) => (
            <Line key={line.id} {...props} line={line} />
          ))}
        </ul>
      )}
      <Button icon="plus" onClick={props.onNew}>
        {t('workflows.automation.new')}
      </Button>
    </section>
  );
}

function Line(props: AutomationProps & { readonly line: WorkflowLine }) {
  const { line, busy } = props;
  const isOff = line.state === 'off';
  return (
    <li class="so-row so-row-workflow">
      <span class="so-row-name">
        <strong>
          <a href={`#workflows/${encodeURIComponent(line.id)}`}>
            <ForeignText text={line.name} />
          </a>
        </strong>
      </span>
      <span class="so-row-badges">
        <WorkflowState {...line} />
      </span>
      <div class="so-row-actions">
        <Button
          size="s"
          busy={busy === line.id}
          label={t(isOff ? 'workflows.switchOnWhat' : 'workflows.switchOffWhat', [line.name])}
          onClick={() => (isOff ? props.onSwitchOn(line) : props.onSwitchOff(line))}
        >
          {t(isOff ? 'workflows.switchOn' : 'workflows.switchOff')}
        </Button>
      </div>
      <p class="so-row-note">{workflowStateSentence(line)}</p>
      {line.state === 'held' && (
        <HeldNotice
          name={line.name}
          recent={line.recent}
          busy={busy === line.id}
          onRelease={(reason) => props.onRelease(line, reason)}
          onSwitchOff={() => props.onSwitchOff(line)}
        />
      )}
    </li>
  );
}
