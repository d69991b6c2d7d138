import { SequencePage } from '@/components/options/sequence-page';
import { SequencePreview } from '@/components/options/sequence-preview';
import { SequencesSection } from '@/components/options/sequences-section';
import { NEW } from './form-state';
import type { PartProps } from './part-props';
import { labelOf } from './preview-model';
import { AutomationPart } from './workflow-list/automation-part';

/** The list of sequences, or the one that the address names. */
export function SequencesPart({ model }: PartProps) {
  const { item } = model.where.place.value ?? {};
  // The form of another sequence is another form: nothing of the one before stays in it.
  return item === undefined ? <List model={model} /> : <Form model={model} />;
}

function List({ model }: PartProps) {
  const { list } = model.sequences;
  return (
    <SequencesSection
      takesFocus={model.where.wentThere.value}
      lines={list.lines.value}
      shown={list.shown.value}
      failed={list.failed.value}
      filter={list.filter.value}
      busy={list.busy.value}
      deleting={list.deleting.value}
      now={model.now.value}
      onFilter={list.narrow}
      onNew={() => list.edit(NEW)}
      onAction={(line, action) => void list.change(line, action)}
      onDuplicate={(line) => void list.duplicate(line)}
      onAskToDelete={list.askToDelete}
      onRetry={() => void list.refresh()}
    />
  );
}

function Form({ model }: PartProps) {
  const { form: of } = model.sequences;
  const form = of.form.value;
  const status = of.status.value;
  return (
    <SequencePage
      takesFocus={model.where.wentThere.value}
      status={status === 'closed' ? 'loading' : status}
      isNew={model.where.place.value?.item === NEW}
      name={form?.id === undefined ? '' : form.saved.name}
      version={form?.basedOn}
      live={form?.live ?? 0}
      restored={form?.restored ?? false}
      conflict={form?.conflict}
      form={
        form && {
          draft: form.draft,
          problems: of.problems.value,
          refusals: of.refusals.value,
          changed: of.changed.value,
          saving: of.saving.value,
          isNew: form.id === undefined,
          onChange: of.edit.change,
          steps: {
            texts: form.texts,
            onAdd: of.edit.addStep,
            onAddVariant: of.edit.addVariant,
            onRemove: of.edit.removeStep,
            onMove: of.edit.moveStep,
            onChange: of.edit.changeStep,
          },
          onSave: () => void of.save('save'),
          onDiscard: () => void of.discard(),
        }
      }
      preview={<Preview model={model} />}
      automation={form?.id !== undefined && <AutomationPart model={model} id={form.id} />}
      onReload={() => void of.discard()}
      onSaveCopy={() => void of.save('copy')}
      onRetry={() => void of.open(form?.item)}
    />
  );
}

function Preview({ model }: PartProps) {
  const { preview, form } = model.sequences;
  const view = preview.view.value;
  if (view === undefined) return null;
  return (
    <SequencePreview
      view={view}
      now={model.now.value}
      contacts={preview.contacts.value.map((contact) => ({
        id: contact.id,
        label: labelOf(contact),
      }))}
      contactId={preview.contact.value.id}
      senders={preview.senders.value.map(({ id, address }) => ({ id, label: address }))}
      senderId={preview.sender.value?.id}
      unsubscribe={form.form.value?.draft.unsubscribe ?? false}
      onSearch={preview.search}
      onContact={preview.choose}
      onSender={preview.chooseSender}
    />
  );
}
