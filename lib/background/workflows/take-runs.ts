import type { Contact } from '@/lib/domain/contact/contact';
import { mayEnrollMore, withEnrolled } from '@/lib/domain/workflow/hold';
import { holds } from '@/lib/domain/workflow/holds';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import { type ActionOutcome, type WorkflowRun, workflowRunSchema } from '@/lib/domain/workflow/run';
import {
  holdRun,
  leaveRun,
  type PerformedAction,
  settleAction,
  stepRun,
} from '@/lib/domain/workflow/step-run';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import { getContact } from '@/lib/store/contacts';
import { appendJournal } from '@/lib/store/journal';
import { parseRow } from '@/lib/store/parse-row';
import { dueRunRows } from '@/lib/store/workflow-runs';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { CompiledWorkflows } from './compiled-workflows';
import { type Enrolling, openEnrolling } from './enrolling';
import { keepRun } from './keep-run';
import { noteSkipped } from './note-skipped';
import { performAction } from './perform-action';
import { type Batch, IDLE, type Taken } from './taken';
import { openHeads, type WorkflowHeads } from './workflow-heads';
import { RUN_STORES, type RunTx } from './workflow-stores';

/**
 * Lets the runs that have waited longest take their next step. What an action does, that it is done
 * and what comes next are one transaction: a worker that dies repeats nothing and loses nothing.
 */
export function takeRuns(batch: Batch): Promise<Taken> {
  const { database, library, now, size } = batch;
  return writeAtOnce(database, RUN_STORES, async (tx): Promise<Taken> => {
    const rows = await dueRunRows(tx, now, size);
    if (rows.length === 0) return IDLE;
    const heads = await openHeads(tx);
    const workflows = await library.compiled(tx, heads.all());
    const enrolling = openEnrolling(tx, batch);
    const pass = { ...batch, tx, heads, workflows, enrolling };
    for (const row of rows) await takeRun(pass, parseRow(workflowRunSchema, row));
    await heads.write();
    const dueAt = enrolling.firstDue();
    return { kind: 'done', changed: true, ...(dueAt !== undefined && { dueAt }) };
  });
}

interface RunPass extends Batch {
  readonly tx: RunTx;
  readonly heads: WorkflowHeads;
  readonly workflows: CompiledWorkflows;
  readonly enrolling: Enrolling;
}

async function takeRun(pass: RunPass, run: WorkflowRun): Promise<void> {
  const { tx, heads, library, workflows, now } = pass;
  const head = heads.get(run.workflowId);
  if (head === undefined || head.state === 'deleted') {
    return keepRun(pass, leaveRun(run, 'workflowDeleted', now));
  }
  const contact = await getContact(tx, run.contactId);
  if (contact === undefined) return keepRun(pass, leaveRun(run, 'contactDeleted', now));
  // By the list as it is now: whoever was added to it meanwhile is done with.
  if (workflows.get(run.workflowId)?.isSuppressed(contact) === true) {
    return keepRun(pass, leaveRun(run, 'suppressed', now));
  }
  const workflow = await library.revision(tx, run.workflowId, run.revision);
  if (workflow === undefined) {
    return keepRun(pass, { ...run, state: { kind: 'failed', at: now, code: 'revisionMissing' } });
  }
  const { zone } = workflow.settings;
  const step = stepRun(run, workflow, {
    now,
    holds: (groups) =>
      holds(groups, contact, { definitions: definitionsFor(propertiesOf(groups)), zone, now }),
  });
  if (step.kind !== 'perform') return keepRun(pass, step.run);
  await act(pass, step.run, { workflow, contact, action: step.action });
}

interface Act {
  readonly workflow: Workflow;
  readonly contact: Contact;
  readonly action: PerformedAction;
}

async function act(pass: RunPass, run: WorkflowRun, { workflow, contact, action }: Act) {
  const { tx, heads, now } = pass;
  const { id } = workflow;
  const head = heads.get(id);
  const recent = head?.recent ?? [];
  const isOff = head?.state === 'off';
  if (action.kind === 'enroll' && !isOff) {
    if (head?.state === 'held') return keepRun(pass, holdRun(run, now));
    if (!mayEnrollMore(recent, now)) return hold(pass, run, workflow, recent.length);
  }
  const chain = [id, ...run.chain.filter((other) => other !== id)];
  const outcome: ActionOutcome = isOff
    ? { kind: 'skipped', codes: [], reason: 'off' }
    : await performAction(tx, action, { ...pass, workflow, contact, chain });
  await keepRun(pass, settleAction(run, workflow, outcome, now));
  if (outcome.kind === 'enrolled') {
    heads.change(id, (before) => ({
      ...before,
      enrolled: before.enrolled + 1,
      recent: withEnrolled(recent, now),
    }));
  }
  if (outcome.kind === 'skipped') {
    await noteSkipped(pass, workflow, { contactId: contact.id, ...outcome });
  }
}

/** One too many for a day: the contact waits, and a person is asked. */
async function hold(
  pass: RunPass,
  run: WorkflowRun,
  workflow: Workflow,
  count: number,
): Promise<void> {
  const { tx, heads, now } = pass;
  await keepRun(pass, holdRun(run, now));
  heads.change(workflow.id, (head) => ({ ...head, state: 'held' }));
  await appendJournal(tx, {
    at: now,
    code: 'workflowHeld',
    actor: 'workflow',
    workflowId: workflow.id,
    params: { workflow: workflow.name, count },
  });
}
