import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { ExplainView } from '@/components/options/workflow-list/explain-view';
import type { Contact } from '@/lib/domain/contact/contact';
import { displayName } from '@/lib/domain/contact/contact-name';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { PreviewDeps } from '@/lib/options/preview-model';
import type { WorkflowModel } from '@/lib/options/workflow/workflow-model';
import type { Rpc } from '@/lib/rpc/client';
import type { WorkflowEntered, WorkflowExplanation } from '@/lib/rpc/workflow-views';
import { actionLabels } from './action-labels';
import { type ContactPicker, createContactPicker } from './contact-picker';

export interface ExplainDeps extends Pick<PreviewDeps, 'searchContacts'> {
  readonly rpc: Pick<Rpc, 'workflow.explain' | 'workflow.enter'>;
  readonly editor: Pick<WorkflowModel, 'draft' | 'saved' | 'choices'>;
  readonly say: (note: Note) => void;
  readonly refresh: () => Promise<void>;
}

export interface ExplainModel {
  readonly picker: ContactPicker;
  readonly view: ReadonlySignal<ExplainView>;
  readonly entering: ReadonlySignal<boolean>;
  /** Chooses a contact and asks at once. */
  readonly choose: (id: string) => Promise<void>;
  /** Asks again, of what is typed now. */
  readonly ask: () => Promise<void>;
  /** Enrolls the contact by hand, in what is stored. */
  readonly enter: () => Promise<void>;
  readonly reset: () => void;
}

interface Answer {
  readonly of: WorkflowDraft;
  readonly explanation: WorkflowExplanation;
}

/** Why one contact would enter the workflow in the editor or not, and what would happen then. */
export function createExplainModel(deps: ExplainDeps): ExplainModel {
  const { rpc, editor, say } = deps;
  const picker = createContactPicker(deps);
  const answer = signal<Answer>();
  const state = signal<'none' | 'asking' | 'failed' | 'gone' | 'known'>('none');
  const entering = signal(false);
  /** Which asking is the current one; a late answer of another is dropped. */
  let current = 0;

  const ask = async () => {
    const contact = picker.contact.peek();
    const draft = editor.draft.peek();
    if (contact === undefined || draft === undefined) return;
    const { id } = editor.saved.peek() ?? {};
    current += 1;
    const asking = current;
    state.value = 'asking';
    try {
      const contactId = contact.id;
      const explanation = await rpc['workflow.explain']({ draft, contactId, ...(id && { id }) });
      if (asking !== current) return;
      answer.value = explanation && { of: draft, explanation };
      state.value = explanation ? 'known' : 'gone';
    } catch (cause) {
      if (asking !== current) return;
      state.value = 'failed';
      say(failureNote(cause));
    }
  };
  const enter = async (contact: Contact) => {
    const { id } = editor.saved.peek() ?? {};
    if (id === undefined) return;
    entering.value = true;
    try {
      const outcome = await rpc['workflow.enter']({ id, contactId: contact.id });
      say(enteredNote(outcome, displayName(contact)));
      await Promise.all([deps.refresh(), ask()]);
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      entering.value = false;
    }
  };

  return {
    picker,
    entering,
    view: computed(() => {
      const known = answer.value;
      if (state.value !== 'known') return { kind: state.value };
      if (known === undefined) return { kind: 'gone' };
      const sequences = editor.choices.facts.value?.sequences;
      return {
        kind: 'known',
        explanation: known.explanation,
        labels: actionLabels(known.of.actions, sequences),
        isOld: JSON.stringify(known.of) !== JSON.stringify(editor.draft.value),
      };
    }),
    ask,
    choose: (id) => {
      picker.choose(id);
      return ask();
    },
    enter: async () => {
      const contact = picker.contact.peek();
      if (contact && !entering.peek()) await enter(contact);
    },
    reset: () => {
      current += 1;
      picker.clear();
      answer.value = undefined;
      state.value = 'none';
    },
  };
}

function enteredNote(outcome: WorkflowEntered, name: string): Note {
  switch (outcome.kind) {
    case 'entered':
      return { tone: 'good', text: t('workflows.entered', [name]) };
    case 'refused':
      return { tone: 'warn', text: t(`workflows.notEntered.${outcome.reason}`, [name]) };
    case 'missing':
      return { tone: 'warn', text: t('workflows.goneNow') };
  }
}
