import { FileButton } from '@/components/options/import/file-button';
import { NotLoaded } from '@/components/options/not-loaded';
import { Section } from '@/components/options/section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/text-field';
import type { WorkflowId } from '@/lib/domain/ids';
import type { FileProblem } from '@/lib/domain/workflow/file-problem';
import { t } from '@/lib/i18n/t';
import { FileProblems } from './file-problems';
import type { WorkflowFilter, WorkflowLine } from './workflow-line';
import { WorkflowRow } from './workflow-row';

export interface WorkflowsSectionProps {
  readonly takesFocus: boolean;
  /** `undefined` until they were read. */
  readonly lines: readonly WorkflowLine[] | undefined;
  readonly shown: readonly WorkflowLine[];
  readonly failed: boolean;
  readonly filter: WorkflowFilter;
  readonly busy: WorkflowId | undefined;
  readonly deleting: WorkflowId | undefined;
  /** What is wrong with the file that was chosen last. */
  readonly file: { readonly name: string; readonly problems: readonly FileProblem[] } | undefined;
  readonly onFilter: (change: Partial<WorkflowFilter>) => void;
  readonly onNew: () => void;
  readonly onFile: (file: File) => void;
  readonly onDismissFile: () => void;
  readonly onSwitchOn: (line: WorkflowLine) => void;
  readonly onSwitchOff: (line: WorkflowLine) => void;
  readonly onRelease: (line: WorkflowLine, reason: string) => void;
  readonly onDuplicate: (line: WorkflowLine) => void;
  readonly onExport: (line: WorkflowLine) => void;
  readonly onAskToDelete: (id: WorkflowId | undefined) => void;
  readonly onDelete: (line: WorkflowLine) => void;
  readonly onRetry: () => void;
}

/** All workflows, and the ways to a new one. */
export function WorkflowsSection(props: WorkflowsSectionProps) {
  const { lines, file } = props;
  return (
    <Section
      title={t('workflows.title')}
      intro={t('workflows.intro')}
      takesFocus={props.takesFocus}
    >
      {props.failed && <NotLoaded onRetry={props.onRetry} />}
      <div class="so-bar">
        <Button variant="primary" icon="plus" onClick={props.onNew}>
          {t('workflows.new')}
        </Button>
        <FileButton accept=".json,application/json" onFile={props.onFile}>
          {t('workflows.fromFile')}
        </FileButton>
      </div>
      {file && (
        <FileProblems name={file.name} problems={file.problems} onDismiss={props.onDismissFile} />
      )}
      {lines?.length === 0 && (
        <EmptyState icon="refresh" title={t('workflows.none')}>
          {t('workflows.noneHint')}
        </EmptyState>
      )}
      {lines !== undefined && lines.length > 0 && <Found {...props} />}
    </Section>
  );
}

function Found(props: WorkflowsSectionProps) {
  const { shown, filter, busy, deleting } = props;
  return (
    <>
      <search class="so-filter so-filter-one">
        <TextField
          label={t('options.sequences.search')}
          value={filter.text}
          maxLength={200}
          onInput={(text) => props.onFilter({ text })}
        />
        <p class="so-quiet so-number" role="status">
          {t('options.enrollments.shown', [String(shown.length)])}
        </p>
      </search>
      {shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('options.enrollments.noMatch')}
          action={
            <Button size="s" onClick={() => props.onFilter({ text: '' })}>
              {t('options.enrollments.clear')}
            </Button>
          }
        />
      ) : (
        <ul class="so-list" aria-label={t('workflows.title')}>
          {shown.map((line) => (
            <WorkflowRow
              key={line.id}
              line={line}
              busy={busy === line.id}
              deleting={deleting === line.id}
              onSwitchOn={() => props.onSwitchOn(line)}
              onSwitchOff={() => props.onSwitchOff(line)}
              onRelease={(reason) => props.onRelease(line, reason)}
              onDuplicate={() => props.onDuplicate(line)}
              onExport={() => props.onExport(line)}
              onAskToDelete={(asked) => props.onAskToDelete(asked ? line.id : undefined)}
              onDelete={() => props.onDelete(line)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
