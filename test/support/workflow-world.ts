import { planScans } from '@/lib/background/workflows/plan-scans';
import { runWorkflows } from '@/lib/background/workflows/run-workflows';
import type { Contact } from '@/lib/domain/contact/contact';
import type { ContactId, WorkflowId } from '@/lib/domain/ids';
import type { JournalCode } from '@/lib/domain/journal-entry';
import { allActions } from '@/lib/domain/workflow/program';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import { getContact } from '@/lib/store/contacts';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { addRevision, putHead } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { aContact, address, contactId } from './builders';
import { createWorkerWorld, type WorkerWorld, type WorldContent } from './worker-world';

/** A worker's world in which workflows run. */
export interface WorkflowWorld {
  readonly world: WorkerWorld;
  /** Adds a revision and switches it on, as `planScans` says; no lint stands in a test's way. */
  readonly switchOn: (workflow: Workflow, first?: 'existing' | 'baseline') => Promise<void>;
  readonly change: (id: WorkflowId, to: Partial<WorkflowHead>) => Promise<void>;
  /** Somebody new, named after the id. */
  readonly meet: (id: string, more?: Partial<Contact>) => Promise<Contact>;
  readonly setProperties: (id: ContactId, properties: Record<string, string>) => Promise<void>;
  /** One go of the worker through everything that is due. */
  readonly work: () => Promise<void>;
  readonly head: (id: WorkflowId) => Promise<WorkflowHead>;
  /** Contacts and how they are in workflows: `ada: finished`. */
  readonly runs: () => Promise<readonly string[]>;
  readonly journal: (code: JournalCode) => Promise<readonly Record<string, string | number>[]>;
}

export async function createWorkflowWorld(content: WorldContent = {}): Promise<WorkflowWorld> {
  const world = await createWorkerWorld(content);
  const never = new AbortController().signal;
  const change = async (id: WorkflowId, to: Partial<WorkflowHead>) => {
    await writeAtOnce(await world.database(), ['workflows'], async (tx) => {
      const head = await tx.objectStore('workflows').get(id);
      if (head !== undefined) await putHead(tx, { ...head, ...to });
    });
  };
  return {
    world,
    change,
    async switchOn(workflow, first = 'baseline') {
      const stores = ['workflows', 'workflowRevisions', 'workflowScans', 'workflowEvents'] as const;
      await writeAtOnce(await world.database(), stores, async (tx) => {
        await addRevision(tx, headOf(workflow), workflow);
        const isStarting = await planScans(tx, workflow, { first, now: world.now });
        const state = isStarting ? 'starting' : 'on';
        await putHead(tx, { ...headOf(workflow), state });
      });
    },
    async meet(id, more = {}) {
      const contact = aContact({
        id: contactId(id),
        name: id,
        emails: [address(`${id}@${id}.example.com`)],
        company: `${id} ltd`,
        ...more,
      });
      await writeAtOnce(await world.database(), KEEP_STORES, (tx) =>
        keepContact(tx, undefined, contact, { now: world.now }),
      );
      return contact;
    },
    async setProperties(id, properties) {
      await writeAtOnce(await world.database(), KEEP_STORES, async (tx) => {
        const known = await getContact(tx, id);
        if (known === undefined) throw new Error(`nobody is called ${id}`);
        const next = { ...known, properties: { ...known.properties, ...properties } };
        await keepContact(tx, known, next, { now: world.now });
      });
    },
    work: () => runWorkflows(world.life(), never),
    async head(id) {
      const head = await (await world.database()).get('workflows', id);
      if (head === undefined) throw new Error(`no workflow ${id}`);
      return head;
    },
    async runs() {
      const rows = await (await world.database()).getAll('workflowRuns');
      return rows.map(({ contactId: id, state }) => `${id}: ${state.kind}`);
    },
    async journal(code) {
      const entries = await (await world.database()).getAll('journal');
      return entries.filter((entry) => entry.code === code).map(({ params }) => params);
    },
  };
}

function headOf({ id, name, revision, actions, createdAt }: Workflow): WorkflowHead {
  const enrolls = allActions(actions).flatMap((one) => (one.kind === 'enroll' ? [one] : []));
  return {
    id,
    name,
    revision,
    state: 'off',
    sequenceIds: [...new Set(enrolls.map(({ sequenceId }) => sequenceId))],
    recent: [],
    inside: 0,
    entered: 0,
    enrolled: 0,
    skipped: 0,
    createdAt,
    updatedAt: createdAt,
  };
}
