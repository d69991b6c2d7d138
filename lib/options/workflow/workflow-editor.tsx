import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LintLine } from '@/components/options/workflow/lint-panel';
import type { WorkflowEditing } from '@/components/options/workflow/workflow-editing';
import { WorkflowPage } from '@/components/options/workflow/workflow-page';
import type { ZoneChoice } from '@/components/options/zone-choice';
import { NEW } from '@/lib/options/form-state';
import type { OptionsModel } from '@/lib/options/model';
import { lintLines, marksOf } from './lint-lines';
import { propertiesSet } from './properties-set';
import { workflowChoicesOf } from './workflow-choices-of';
import type { WorkflowModel } from './workflow-model';

export interface WorkflowEditorProps {
  readonly model: OptionsModel;
  readonly zones: readonly ZoneChoice[];
  /** What stands beside the form: switching on, dry run, explaining. */
  readonly children?: ComponentChildren;
}

/** The workflow that the address names, with what its fields need. */
export function WorkflowEditor({ model, zones, children }: WorkflowEditorProps) {
  const { workflow } = model;
  const form = workflow.form.value;
  const status = workflow.status.value;
  const facts = workflow.choices.facts.value;
  const lines = lintLines(workflow.problems.value, workflow.findings.value);
  const set = propertiesSet(form?.typed.actions ?? [], facts?.others ?? []);
  const attempted = form?.attempted ?? false;
  const editing = useEditing({ facts, zones, set, lines, attempted }, workflow);
  const bound = [...(facts?.sequences ?? [])].find(([id]) => id === form?.typed.boundTo);
  return (
    <WorkflowPage
      takesFocus={model.where.wentThere.value}
      status={status === 'closed' ? 'loading' : status}
      isNew={model.where.place.value?.item === NEW}
      name={form?.id === undefined ? '' : form.saved.name}
      revision={form?.basedOn}
      boundTo={bound?.[1].name}
      restored={form?.restored ?? false}
      conflict={form?.conflict}
      lint={lines}
      form={
        form && {
          typed: form.typed,
          editing,
          wrong: lines.filter(({ kind }) => kind === 'missing' || kind === 'errorSave'),
          refusals: workflow.refusals.value,
          changed: workflow.changed.value,
          saving: workflow.saving.value,
          isNew: form.id === undefined,
          onChange: workflow.change,
          onSave: () => void workflow.save('save'),
          onDiscard: () => void workflow.discard(),
        }
      }
      onReload={() => void workflow.discard()}
      onSaveCopy={() => void workflow.save('copy')}
      onRetry={() => model.where.place.value && void workflow.open(model.where.place.value)}
    >
      {children}
    </WorkflowPage>
  );
}

/** The same object as long as it says the same: filters are drawn again only where something changed. */
function useEditing(
  of: {
    readonly facts: Parameters<typeof workflowChoicesOf>[0];
    readonly zones: readonly ZoneChoice[];
    readonly set: readonly string[];
    readonly lines: readonly LintLine[];
    readonly attempted: boolean;
  },
  { newKey }: Pick<WorkflowModel, 'newKey'>,
): WorkflowEditing {
  const { facts, zones, set, lines, attempted } = of;
  const choices = useMemo(
    () => workflowChoicesOf(facts, { zones, set }),
    [facts, zones, set.join('\n')],
  );
  const marks = marksOf(lines, attempted);
  const said = JSON.stringify(marks);
  return useMemo(() => ({ choices, marks, newKey }), [choices, said, newKey]);
}
