import { Ask } from '@/components/options/ask';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { MenuButton, type MenuItem } from '@/components/ui/menu-button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { t } from '@/lib/i18n/t';
import { HeldNotice } from './held-notice';
import type { WorkflowAction, WorkflowLine } from './workflow-line';
import { WorkflowState, workflowStateSentence } from './workflow-state';

export interface WorkflowRowProps {
  readonly line: WorkflowLine;
  readonly busy: boolean;
  /** Asked to delete and not yet sure. */
  readonly deleting: boolean;
  readonly onSwitchOn: () => void;
  readonly onSwitchOff: () => void;
  readonly onRelease: (reason: string) => void;
  readonly onDuplicate: () => void;
  readonly onExport: () => void;
  readonly onAskToDelete: (asked: boolean) => void;
  readonly onDelete: () => void;
}

/** One workflow: its name leads to the editor; what it is doing and how many went through it. */
export function WorkflowRow(props: WorkflowRowProps) {
  const { line, busy, deleting, onAskToDelete } = props;
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLAnchorElement>();
  return (
    <li class="so-row so-row-workflow" ref={area}>
      <span class="so-row-name">
        <strong>
          <a href={`#workflows/${encodeURIComponent(line.id)}`} ref={home}>
            <ForeignText text={line.name} />
          </a>
        </strong>
        <span class="so-quiet so-number">{numbersOf(line)}</span>
      </span>
      <span class="so-row-badges">
        <WorkflowState {...line} />
      </span>
      {!deleting && <Actions {...props} />}
      <p class="so-row-note">{workflowStateSentence(line)}</p>
      {line.state === 'held' && (
        <HeldNotice
          name={line.name}
          recent={line.recent}
          busy={busy}
          onRelease={props.onRelease}
          onSwitchOff={props.onSwitchOff}
        />
      )}
      {deleting && (
        <Ask
          question={t('workflows.deleteAsk', [line.name, String(line.inside)])}
          keep={t('workflows.keep')}
          go={t('workflows.delete')}
          onKeep={() => onAskToDelete(false)}
          onGo={props.onDelete}
        />
      )}
    </li>
  );
}

function Actions(props: WorkflowRowProps) {
  const { line, busy } = props;
  const pick = (key: WorkflowAction) => {
    if (key === 'switchOff') props.onSwitchOff();
    else if (key === 'duplicate') props.onDuplicate();
    else if (key === 'export') props.onExport();
    else props.onAskToDelete(true);
  };
  return (
    <div class="so-row-actions">
      {line.state === 'off' && (
        <Button
          size="s"
          busy={busy}
          label={t('workflows.switchOnWhat', [line.name])}
          onClick={props.onSwitchOn}
        >
          {t('workflows.switchOn')}
        </Button>
      )}
      <MenuButton
        label={t('options.sequences.moreFor', [line.name])}
        busy={busy && line.state !== 'off'}
        items={itemsOf(line)}
        onPick={pick}
      >
        {t('options.sequences.more')}
      </MenuButton>
    </div>
  );
}

function itemsOf({ state }: WorkflowLine): readonly MenuItem<WorkflowAction>[] {
  return [
    ...(state === 'off' ? [] : [{ key: 'switchOff' as const, label: t('workflows.switchOff') }]),
    { key: 'duplicate', label: t('workflows.duplicate') },
    { key: 'export', label: t('workflows.export') },
    { key: 'delete', label: t('workflows.delete'), danger: true },
  ];
}

function numbersOf({ inside, entered, enrolled, skipped }: WorkflowLine): string {
  return [
    t('workflows.inside', [String(inside)]),
    t('workflows.enteredCount', [String(entered)]),
    t('workflows.enrolledCount', [String(enrolled)]),
    t('workflows.skippedCount', [String(skipped)]),
  ].join(' · ');
}
