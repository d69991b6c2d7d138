import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import { type SequenceId, type WorkflowId, workflowIdSchema } from '@/lib/domain/ids';
import type { Finding } from '@/lib/domain/workflow/finding';
import { allActions } from '@/lib/domain/workflow/program';
import type { Workflow, WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Parsed } from '@/lib/rpc/protocol';
import type { WorkflowSaved } from '@/lib/rpc/workflow-views';
import { appendJournal } from '@/lib/store/journal';
import type { WriteTx } from '@/lib/store/transaction';
import { WORKFLOW_FACT_STORES } from '@/lib/store/workflow-facts';
import { scansOf } from '@/lib/store/workflow-scans';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { addRevision, type CurrentWorkflow, getWorkflow } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { existingProperties } from './existing-properties';
import { lintStored } from './lint-stored';
import { planScans } from './plan-scans';

const STORES = [...WORKFLOW_FACT_STORES, 'workflowScans', 'workflowEvents', 'journal'] as const;

type SaveTx = WriteTx<(typeof STORES)[number]>;

/**
 * Keeps a workflow: a new one, or the next revision of one. Contacts that are in it go on with the
 * revision that they began with, and one that somebody else saved meanwhile is never overwritten.
 *
 * While it is on, a revision is also refused that could not be switched on without a further
 * question: nobody would be there to answer it.
 */
export async function saveWorkflow(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'changed'>,
  { id, basedOn, draft }: Parsed<'workflow.save'>,
): Promise<WorkflowSaved> {
  const database = await deps.connection.get();
  const properties = await existingProperties(database, draft);
  const now = deps.clock.now();
  const saved = await writeAtOnce(database, STORES, async (tx): Promise<WorkflowSaved> => {
    const before = id && (await getWorkflow(tx, id));
    if (id !== undefined && (!before || before.head.state === 'deleted')) {
      return { kind: 'missing' };
    }
    if (before && before.head.revision !== basedOn) {
      return { kind: 'conflict', revision: before.head.revision };
    }
    const lint = await lintStored(tx, { self: id, properties });
    const findings = lint(draft);
    const against = findings.filter(({ stops }) => stops === 'save');
    if (against.length > 0) return { kind: 'invalid', findings: against };
    if (before && before.head.state !== 'off') {
      const accepted = new Set(lint(before.workflow).map(keyOf));
      const asked = findings.filter((finding) => !accepted.has(keyOf(finding)));
      if (asked.length > 0) return { kind: 'invalid', findings: asked, running: true };
    }
    const workflow = revisionOf(draft, before || undefined, { ids: deps.ids, now });
    await keep(tx, workflow, before || undefined, now);
    return { kind: 'saved', id: workflow.id, revision: workflow.revision, findings };
  });
  if (saved.kind === 'saved') deps.changed();
  return saved;
}

/** The same objection at another place is no new one. */
function keyOf({ code, params }: Finding): string {
  return JSON.stringify([code, params]);
}

function revisionOf(
  draft: WorkflowDraft,
  before: CurrentWorkflow | undefined,
  { ids, now }: Pick<WorkerDeps, 'ids'> & { readonly now: Instant },
): Workflow {
  const id: WorkflowId = before?.head.id ?? v.parse(workflowIdSchema, ids.next());
  return { ...draft, id, revision: (before?.head.revision ?? 0) + 1, createdAt: now };
}

async function keep(
  tx: SaveTx,
  workflow: Workflow,
  before: CurrentWorkflow | undefined,
  now: Instant,
): Promise<void> {
  const { id, name, revision } = workflow;
  const state = before ? await stateAfter(tx, workflow, before, now) : 'off';
  await addRevision(
    tx,
    {
      ...(before ? withoutProblem(before.head) : newHead(workflow)),
      ...{ name, revision, state, sequenceIds: sequencesOf(workflow), updatedAt: now },
    },
    workflow,
  );
  await appendJournal(tx, {
    at: now,
    code: 'workflowSaved',
    actor: 'person',
    workflowId: id,
    params: { workflow: name, revision },
  });
}

/**
 * Other criteria are fitted by others: who does so already counts as matching since before, unless
 * who matched at switch-on was to be enrolled and that is not through.
 */
async function stateAfter(
  tx: SaveTx,
  workflow: Workflow,
  { head, workflow: old }: CurrentWorkflow,
  now: Instant,
): Promise<WorkflowHead['state']> {
  const looksAt = ({ trigger, settings }: Workflow) =>
    JSON.stringify([trigger, settings.reenroll, settings.zone], sorted);
  if (head.state === 'off' || looksAt(workflow) === looksAt(old)) return head.state;
  const pending = await scansOf(tx, head.id);
  const first = pending.some(({ kind }) => kind === 'existing') ? 'existing' : 'baseline';
  const isStarting = await planScans(tx, workflow, { first, now });
  if (head.state === 'held') return 'held';
  return isStarting ? 'starting' : 'on';
}

/** In which order somebody wrote an object's entries says nothing. */
function sorted(_key: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function newHead({ id, createdAt }: Workflow) {
  const counts = { inside: 0, entered: 0, enrolled: 0, skipped: 0 };
  return { id, recent: [], ...counts, createdAt };
}

/** Whoever works on workflows next says so again, if there still is one. */
function withoutProblem({ problem: _before, ...head }: WorkflowHead) {
  return head;
}

function sequencesOf({ actions, boundTo }: Workflow): readonly SequenceId[] {
  const named = allActions(actions).flatMap((action) =>
    action.kind === 'enroll' ? [action.sequenceId] : [],
  );
  return [...new Set([...named, ...(boundTo ? [boundTo] : [])])];
}
