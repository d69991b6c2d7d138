import type { Input, Output } from '../../../lib/rpc/protocol.ts';
import { askWorker } from '../../support/ask-worker.ts';
import { type AtWork, type AtWorkOptions, goToWork } from '../../support/at-work.ts';
import { type StoredRows, storedRows } from '../../support/seed-store.ts';
import { until } from '../../support/until.ts';

type Draft = Input<'workflow.save'>['draft'];
type Person = Input<'contacts.import'>['people'][number];
type Run = Awaited<ReturnType<typeof runsIn>>[number];

/** A rep at work with workflows, whose contacts come from a file. */
export interface WorkflowWorld {
  readonly work: AtWork;
  readonly rows: StoredRows;
  /** The rep's own mailbox. */
  readonly senderId: string;
  readonly importPeople: (people: readonly Person[]) => Promise<void>;
  /** Saves it; it is off. */
  readonly save: (draft: Partial<Draft>) => Promise<{ id: string; revision: number }>;
  /** Saves it and switches it on, whatever there is to warn of. */
  readonly on: (
    draft: Partial<Draft>,
    options?: { readonly existing?: boolean },
  ) => Promise<string>;
  readonly switchOn: (input: Input<'workflow.switchOn'>) => Promise<Output<'workflow.switchOn'>>;
  /** Waits until workflows have seen everything that has happened, and done all that is due. */
  readonly settled: () => Promise<void>;
  /** The run of a contact in a workflow, once it is over. */
  readonly finished: (workflowId: string, address: string) => Promise<Run>;
  readonly contactId: (address: string) => Promise<string>;
}

export async function workWithWorkflows(options: AtWorkOptions = {}): Promise<WorkflowWorld> {
  const work = await goToWork({ undoSeconds: 0, ...options });
  const { page } = work.options;
  const rows = storedRows(page);
  const [own] = await rows.all('senders');
  if (own === undefined) throw new Error('no mailbox is connected');

  const save: WorkflowWorld['save'] = async (draft) => {
    const saved = await askWorker(page, 'workflow.save', { draft: { ...anyDraft(), ...draft } });
    if (saved.kind !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
    return saved;
  };
  const switchOn: WorkflowWorld['switchOn'] = (input) =>
    askWorker(page, 'workflow.switchOn', input);
  const settled = async () => {
    await until(
      async () => ({
        events: (await rows.all('workflowEvents')).length,
        starting: (await rows.all('workflows')).filter(({ state }) => state === 'starting').length,
        due: (await rows.all('workflowRuns')).filter(isDue).length,
      }),
      ({ events, starting, due }) => events + starting + due === 0,
    );
  };
  const contactId = async (address: string) => {
    const all = await rows.all('contacts');
    const found = all.find(({ emails }) => emails.some((email) => email === address));
    if (found === undefined) throw new Error(`nobody is called ${address}`);
    return found.id;
  };
  return {
    work,
    rows,
    senderId: own.id,
    save,
    switchOn,
    settled,
    contactId,
    importPeople: async (people) => {
      const outcome = await askWorker(page, 'contacts.import', { people: [...people] });
      if (outcome.invalid.length > 0) throw new Error(JSON.stringify(outcome.invalid));
    },
    on: async (draft, { existing = false } = {}) => {
      const { id, revision } = await save(draft);
      const first = await switchOn({ id, revision, existing });
      if (first.kind === 'refused') {
        const reasons = Object.fromEntries(first.findings.map(({ code }) => [code, 'a test']));
        const again = await switchOn({ id, revision, existing, reasons });
        if (again.kind !== 'switched') throw new Error(`not on: ${JSON.stringify(again)}`);
      }
      await settled();
      return id;
    },
    finished: async (workflowId, address) => {
      const id = await contactId(address);
      const runs = await until(
        async () =>
          (await runsIn(rows, workflowId)).filter(
            ({ contactId: of, state }) => of === id && state.kind !== 'active',
          ),
        (found) => found.length > 0,
      );
      const [run] = runs;
      if (run === undefined) throw new Error(`${address} is not through`);
      return run;
    },
  };
}

export async function runsIn(rows: StoredRows, workflowId: string) {
  return (await rows.all('workflowRuns')).filter((run) => run.workflowId === workflowId);
}

function isDue({ state, dueAt }: { state: { kind: string }; dueAt?: number | undefined }) {
  return state.kind === 'active' && (dueAt ?? 0) <= Date.now();
}

/** The page travels as JSON; every case names what it is about. */
function anyDraft(): Draft {
  return {
    name: 'A workflow',
    trigger: { kind: 'criteria', groups: [{ filters: [equalTo('stage', 'demo')] }] },
    actions: [],
    settings: {
      zone: 'Europe/Warsaw',
      reenroll: { kind: 'off' },
      unenrollWhenNotMatching: false,
      suppressed: [],
      pauseDates: [],
    },
  };
}

type Filter = Draft['trigger']['groups'][number]['filters'][number];

export function equalTo(property: string, value: string): Filter {
  return {
    filterType: 'PROPERTY',
    property,
    operation: { operationType: 'STRING', operator: 'IS_EQUAL_TO', value },
  };
}

/** Everybody whose stage becomes this. */
export function whenStageIs(stage: string): Draft['trigger'] {
  return { kind: 'criteria', groups: [{ filters: [equalTo('stage', stage)] }] };
}

/** One person of a file. */
export function aPerson(name: string, properties: Record<string, string> = {}): Person {
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  return { name, emails: [address], properties };
}

export function enrollIn(
  sequenceId: string,
  sender: { senderId: string } | { property: string },
  more: { readonly useContactZone?: boolean; readonly allowColdLeads?: boolean } = {},
) {
  return {
    id: 'enroll',
    kind: 'enroll',
    sequenceId,
    useContactZone: true,
    allowColdLeads: true,
    sender:
      'senderId' in sender
        ? { type: 'SPECIFIC_USER', senderId: sender.senderId }
        : { type: 'CONTACT_OWNER', contactOwnerProperty: sender.property },
    ...more,
  } as const;
}

export function createTask(title: string) {
  return { id: 'task', kind: 'createTask', taskKind: 'general', title, dueInDays: 0 } as const;
}
