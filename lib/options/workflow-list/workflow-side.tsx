import { ExplainPanel } from '@/components/options/workflow-list/explain-panel';
import { TryOutPanel } from '@/components/options/workflow-list/try-out-panel';
import { WorkflowStanding } from '@/components/options/workflow-list/workflow-standing';
import { t } from '@/lib/i18n/t';
import type { OptionsModel } from '@/lib/options/model';
import type { PartProps } from '@/lib/options/part-props';
import { labelOf } from '@/lib/options/preview-model';

/** What stands beside the editor: its switch, a dry run, and one contact. */
export function WorkflowSide({ model }: PartProps) {
  return (
    <>
      <Standing model={model} />
      <TryingOut model={model} />
      <Explaining model={model} />
    </>
  );
}

function Standing({ model }: PartProps) {
  const { list, switchOn, opened } = model.workflows;
  const line = opened.value;
  if (line === undefined) return null;
  return (
    <WorkflowStanding
      line={line}
      busy={list.changes.busy.value === line.id}
      isChanged={model.workflow.changed.value}
      onSwitchOn={() => void switchOn.open(line.id)}
      onSwitchOff={() => void list.changes.switchOff(line)}
      onRelease={(reason) => void list.changes.release(line, reason)}
    />
  );
}

function TryingOut({ model }: PartProps) {
  const { tryOut } = model.workflows;
  return (
    <TryOutPanel
      view={tryOut.view.value}
      labels={tryOut.labels.value}
      now={model.now.value}
      isWhole={model.workflow.draft.value !== undefined}
      isOld={tryOut.isOld.value}
      onCancel={tryOut.cancel}
      onAgain={() => void tryOut.start()}
    />
  );
}

function Explaining({ model }: PartProps) {
  const { explain } = model.workflows;
  const { picker } = explain;
  return (
    <ExplainPanel
      view={explain.view.value}
      contacts={picker.contacts.value.map((contact) => ({
        id: contact.id,
        label: labelOf(contact),
      }))}
      contactId={picker.contact.value?.id}
      cannotEnter={cannotEnter(model)}
      entering={explain.entering.value}
      now={model.now.value}
      zone={model.zone}
      onSearch={picker.search}
      onContact={(id) => void explain.choose(id)}
      onAgain={() => void explain.ask()}
      onEnter={() => void explain.enter()}
    />
  );
}

/** By hand a contact enters what is stored and on, not what is typed. */
function cannotEnter({ workflow, workflows }: OptionsModel): string | undefined {
  if (workflow.saved.value === undefined || workflow.changed.value) {
    return t('workflows.explain.saveFirst');
  }
  return workflows.opened.value?.state === 'off' ? t('workflows.explain.isOff') : undefined;
}
