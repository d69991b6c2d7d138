import { render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import type { LintLine } from '@/components/options/workflow/lint-panel';
import type { TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import type { WorkflowFormProps } from '@/components/options/workflow/workflow-form';
import { WorkflowPage, type WorkflowPageProps } from '@/components/options/workflow/workflow-page';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { marksOf } from '@/lib/options/workflow/lint-lines';
import { typedWorkflowOf } from '@/lib/options/workflow/typed-workflow-of';
import { workflowChoicesOf } from '@/lib/options/workflow/workflow-choices-of';
import { zone } from './builders';
import { aWorkflow } from './workflow-builders';
import { someWorkflowFacts } from './workflow-form-world';

/** The page of one workflow, whose fields keep what is typed, as the model does. */
export function aWorkflowPage(
  options: {
    readonly draft?: Partial<WorkflowDraft>;
    readonly lint?: readonly LintLine[];
    readonly facts?: Parameters<typeof someWorkflowFacts>[0];
    readonly page?: Partial<WorkflowPageProps>;
    readonly form?: Partial<WorkflowFormProps>;
  } = {},
) {
  const { lint = [], facts = {}, page = {}, form = {} } = options;
  let keys = 0;
  const newKey = () => `key-${++keys}`;
  const definitions = definitionsFor(['stage', 'shoe_size']);
  const choices = workflowChoicesOf(
    { ...someWorkflowFacts(facts), definitions },
    { zones: [{ value: zone('Europe/Warsaw'), label: 'Europe/Warsaw' }], set: [] },
  );
  const seen: { typed: TypedWorkflow } = {
    typed: typedWorkflowOf({ ...aWorkflow(), ...options.draft }, newKey),
  };
  function Page() {
    const [typed, setTyped] = useState(seen.typed);
    seen.typed = typed;
    return (
      <WorkflowPage
        takesFocus={false}
        status="ready"
        isNew={false}
        name={typed.name}
        revision={1}
        boundTo={undefined}
        restored={false}
        conflict={undefined}
        lint={lint}
        onReload={() => undefined}
        onSaveCopy={() => undefined}
        onRetry={() => undefined}
        {...page}
        form={{
          typed,
          editing: { choices, marks: marksOf(lint, true), newKey },
          wrong: lint.filter(({ kind }) => kind !== 'warnings'),
          refusals: 0,
          changed: true,
          saving: false,
          isNew: false,
          onChange: (change) => setTyped({ ...typed, ...change }),
          onSave: () => undefined,
          onDiscard: () => undefined,
          ...form,
        }}
      />
    );
  }
  render(<Page />);
  return { typed: () => seen.typed };
}
