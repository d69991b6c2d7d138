import * as v from 'valibot';
import type { Contact } from '@/lib/domain/contact/contact';
import { type Ids, type WorkflowId, workflowRunIdSchema } from '@/lib/domain/ids';
import { decideEntry } from '@/lib/domain/workflow/enter';
import { isSuppressedBy } from '@/lib/domain/workflow/is-suppressed';
import { NO_MEMBERSHIP } from '@/lib/domain/workflow/membership';
import { firstAction } from '@/lib/domain/workflow/program';
import type { RunCause, WorkflowRun } from '@/lib/domain/workflow/run';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { WorkflowEntered } from '@/lib/rpc/workflow-views';
import { appendJournal } from '@/lib/store/journal';
import type { WriteTx } from '@/lib/store/transaction';
import { membershipsOf, putMemberships } from '@/lib/store/workflow-members';
import { addRun, insideRun } from '@/lib/store/workflow-runs';
import type { CurrentWorkflow } from '@/lib/store/workflows';
import type { Instant } from '@/lib/time/instant';
import { openHeads, type WorkflowHeads } from './workflow-heads';

/** What entering by hand reads and writes. */
export const ENTER_STORES = ['workflows', 'workflowRuns', 'workflowMembers', 'journal'] as const;

interface Fresh {
  readonly ids: Ids;
  readonly now: Instant;
}

/**
 * Puts a contact into a workflow by hand: whatever its criteria say, but never somebody on its
 * suppression list, and nobody twice.
 *
 * @param current read in this transaction
 */
export async function enterWorkflow(
  tx: WriteTx<(typeof ENTER_STORES)[number]>,
  { head, workflow }: CurrentWorkflow,
  contact: Contact,
  { ids, now }: Fresh,
): Promise<WorkflowEntered> {
  if (head.state === 'deleted') return { kind: 'missing' };
  if (head.state === 'off') return { kind: 'refused', reason: 'off' };
  const memberships = await membershipsOf(tx, contact.id);
  const before = memberships[workflow.id] ?? NO_MEMBERSHIP;
  const inside = await insideRun(tx, workflow.id, contact.id);
  const { enter, why, membership } = decideEntry({
    workflow,
    before,
    // Nobody has looked: what was true when somebody did stays.
    matches: before.matches,
    rematches: before.rematches,
    changed: new Set(),
    isInside: inside !== undefined,
    isSuppressed: isSuppressedBy(workflow.settings, contact),
    cause: 'manual',
  });
  if (!enter) {
    return { kind: 'refused', reason: why === 'suppressed' ? 'suppressed' : 'inside' };
  }
  const heads = await openHeads(tx);
  const entry = { contactId: contact.id, cause: 'manual', chain: [] } as const;
  const run = await beginRun({ tx, heads, ids, now }, workflow, entry);
  await putMemberships(tx, contact.id, { ...memberships, [workflow.id]: membership });
  await heads.write();
  return { kind: 'entered', runId: run.id };
}

/** A new run in front of its first action, counted and in the journal. */
export async function beginRun(
  pass: Fresh & {
    readonly tx: WriteTx<'workflowRuns' | 'journal'>;
    readonly heads: WorkflowHeads;
  },
  workflow: Workflow,
  entry: {
    readonly contactId: Contact['id'];
    readonly cause: RunCause;
    /** Workflows whose actions led here, nearest first. */
    readonly chain: readonly WorkflowId[];
  },
): Promise<WorkflowRun> {
  const { tx, heads, ids, now } = pass;
  const first = firstAction(workflow);
  const run: WorkflowRun = {
    id: v.parse(workflowRunIdSchema, ids.next()),
    workflowId: workflow.id,
    revision: workflow.revision,
    contactId: entry.contactId,
    cause: entry.cause,
    state: { kind: 'active' },
    ...(first && { next: first.id }),
    dueAt: now,
    chain: [...entry.chain],
    log: [],
    createdAt: now,
    updatedAt: now,
  };
  await addRun(tx, run);
  heads.change(workflow.id, (head) => ({
    ...head,
    inside: head.inside + 1,
    entered: head.entered + 1,
  }));
  await appendJournal(tx, {
    at: now,
    code: 'workflowEntered',
    actor: entry.cause === 'manual' ? 'person' : 'workflow',
    contactId: entry.contactId,
    workflowId: workflow.id,
    params: { workflow: workflow.name, cause: entry.cause },
  });
  return run;
}
