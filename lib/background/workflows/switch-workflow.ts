import type { WorkerDeps } from '@/lib/background/deps';
import type { ContactId, WorkflowId } from '@/lib/domain/ids';
import type { Finding } from '@/lib/domain/workflow/finding';
import type { LintFacts } from '@/lib/domain/workflow/lint/lint-facts';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { Parsed } from '@/lib/rpc/protocol';
import type { WorkflowSwitched } from '@/lib/rpc/workflow-views';
import { appendJournal } from '@/lib/store/journal';
import type { Database } from '@/lib/store/schema';
import { WORKFLOW_FACT_STORES } from '@/lib/store/workflow-facts';
import { deleteScansOf } from '@/lib/store/workflow-scans';
import { getWorkflow, getWorkflowHead, putHead } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { fitsOf, matchPart } from './count-matches';
import { existingProperties } from './existing-properties';
import { lintStored } from './lint-stored';
import { planScans } from './plan-scans';

const STORES = [...WORKFLOW_FACT_STORES, 'workflowScans', 'workflowEvents', 'journal'] as const;

type Reasons = Parsed<'workflow.switchOn'>['reasons'];

/**
 * Switches a workflow on, in the revision that was looked at: without any error, and with a reason
 * for every warning, those of a dry run over all contacts included.
 */
export async function switchOn(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'settings' | 'changed'>,
  { id, revision, existing, reasons }: Parsed<'workflow.switchOn'>,
): Promise<WorkflowSwitched> {
  const database = await deps.connection.get();
  const looked = await getWorkflow(database.transaction(['workflows', 'workflowRevisions']), id);
  if (looked === undefined) return { kind: 'missing' };
  const properties = await existingProperties(database, looked.workflow);
  const estimate = await estimateOf(deps, database, looked.workflow);
  const now = deps.clock.now();
  const switched = await writeAtOnce(database, STORES, async (tx): Promise<WorkflowSwitched> => {
    const current = await getWorkflow(tx, id);
    if (current === undefined || current.head.state === 'deleted') return { kind: 'missing' };
    const { head, workflow } = current;
    if (head.revision !== revision) return { kind: 'conflict', revision: head.revision };
    if (head.state !== 'off') return { kind: 'switched' };
    const lint = await lintStored(tx, { self: id, properties, estimate, existing });
    const findings = lint(workflow);
    const against = findings.filter((finding) => !isAnswered(finding, reasons));
    if (against.length > 0) return { kind: 'refused', findings: against };
    const first = existing ? 'existing' : 'baseline';
    const isStarting = await planScans(tx, workflow, { first, now });
    const { problem: _mended, ...rest } = head;
    await putHead(tx, { ...rest, state: isStarting ? 'starting' : 'on', updatedAt: now });
    const given = findings.map(({ code }) => `${code}: ${reasons[code] ?? ''}`);
    await appendJournal(tx, {
      at: now,
      code: 'workflowSwitchedOn',
      actor: 'person',
      workflowId: id,
      params: { workflow: head.name, reasons: [...new Set(given)].join('; ') },
    });
    return { kind: 'switched' };
  });
  if (switched.kind === 'switched') deps.changed();
  return switched;
}

/** Nobody enters it any more; whoever is in it goes on, but only their delays do. */
export async function switchOff(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  id: WorkflowId,
): Promise<void> {
  const now = deps.clock.now();
  const stores = ['workflows', 'workflowScans', 'journal'] as const;
  await writeAtOnce(await deps.connection.get(), stores, async (tx) => {
    const head = await getWorkflowHead(tx, id);
    if (head === undefined || head.state === 'off' || head.state === 'deleted') return;
    await putHead(tx, { ...head, state: 'off', updatedAt: now });
    await deleteScansOf(tx, id);
    await appendJournal(tx, {
      at: now,
      code: 'workflowSwitchedOff',
      actor: 'person',
      workflowId: id,
      params: { workflow: head.name },
    });
  });
  deps.changed();
}

/** An error is mended and not explained away. */
function isAnswered({ code, severity }: Finding, reasons: Reasons): boolean {
  return severity === 'warn' && reasons[code] !== undefined;
}

async function estimateOf(
  { clock, settings }: Pick<WorkerDeps, 'clock' | 'settings'>,
  database: Database,
  workflow: Workflow,
): Promise<NonNullable<LintFacts['estimate']>> {
  const { coldLeadDays } = await settings();
  const now = clock.now();
  const fits = fitsOf(workflow, now);
  const sum = { matched: 0, cold: 0 };
  let after: ContactId | undefined;
  do {
    const tx = database.transaction('contacts');
    const part = await matchPart(tx, fits, { after, coldLeadDays, now });
    sum.matched += part.matched.length;
    sum.cold += part.cold;
    after = part.next;
    await new Promise((resolve) => setTimeout(resolve));
  } while (after !== undefined);
  return sum;
}
