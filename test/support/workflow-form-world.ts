import type { Note } from '@/components/options/note';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { Place } from '@/lib/options/route';
import type { StoredWorkflow } from '@/lib/options/workflow/workflow-form-state';
import { createWorkflowModel } from '@/lib/options/workflow/workflow-model';
import type { WorkflowSaved } from '@/lib/rpc/workflow-views';
import type { WorkflowFacts } from '@/lib/store/workflow-facts';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { aSender, NOW, sequenceId, zone } from './builders';
import { fakeMemory, fakeRpc } from './options-world';
import { aWorkflow, workflowId } from './workflow-builders';

/** The workflow that every form here is about. */
export const WORKFLOW = workflowId('workflow-1');

/** As the database holds it. */
export function storedWorkflow(overrides: Partial<Workflow> = {}): StoredWorkflow {
  const workflow = aWorkflow(overrides);
  const head: WorkflowHead = {
    id: workflow.id,
    name: workflow.name,
    revision: workflow.revision,
    state: 'off',
    sequenceIds: [],
    recent: [],
    inside: 0,
    entered: 0,
    enrolled: 0,
    skipped: 0,
    createdAt: NOW,
    updatedAt: NOW,
  };
  return { head, workflow };
}

/** One sequence that takes people, one sender who may send. */
export function someWorkflowFacts(overrides: Partial<WorkflowFacts> = {}): WorkflowFacts {
  return {
    sequences: new Map([
      [sequenceId('sequence-1'), { name: 'Introduction', state: 'active', placeholders: [] }],
    ]),
    senders: [aSender()],
    others: [],
    ...overrides,
  };
}

/** An editor over one stored workflow, which tests put in the database and take away again. */
export function aWorkflowForm(
  options: {
    readonly first?: StoredWorkflow;
    readonly saved?: WorkflowSaved | Error;
    readonly memory?: ReturnType<typeof fakeMemory>;
    readonly facts?: Partial<WorkflowFacts>;
  } = {},
) {
  const { memory = fakeMemory(), saved } = options;
  const database = { workflow: options.first, facts: someWorkflowFacts(options.facts) };
  const notes: Note[] = [];
  const places: Place[] = [];
  const { rpc, calls } = fakeRpc({
    'workflow.save': async () => {
      if (saved instanceof Error) throw saved;
      return saved ?? { kind: 'saved', id: WORKFLOW, revision: 2, findings: [] };
    },
  });
  let keys = 0;
  const model = createWorkflowModel({
    rpc,
    readWorkflow: async () => database.workflow,
    readWorkflowFacts: async () => database.facts,
    readPropertyNames: async () => ['stage', 'shoe_size'],
    memory,
    zone: zone('Europe/Warsaw'),
    newKey: () => `key-${++keys}`,
    go: (place) => void places.push(place),
    say: (note) => void notes.push(note),
  });
  const open = (item: WorkflowId | 'new' = WORKFLOW) => model.open({ section: 'workflows', item });
  return { model, memory, database, notes, places, calls, open };
}
