import * as v from 'valibot';
import { contactIdSchema, workflowIdSchema } from '@/lib/domain/ids';
import { appendJournal } from '@/lib/store/journal';
import type { WriteTx } from '@/lib/store/transaction';
import { deleteWorkflowEvent, oldestEventRows } from '@/lib/store/workflow-events';
import { dueRunRows } from '@/lib/store/workflow-runs';
import { deleteScan, dueScan, putScan } from '@/lib/store/workflow-scans';
import type { WorkflowRunRow } from '@/lib/store/workflow-schema';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { contactsAfter } from './take-scans';
import type { Batch } from './taken';
import { openHeads } from './workflow-heads';
import { LOOK_STORES, type LookTx } from './workflow-stores';
import { freedRuns } from './workflow-work';

/** What went wrong, and with the rows of which store. */
interface Poison extends Pick<Batch, 'database' | 'now'> {
  readonly code: string;
}

/** The oldest event cannot be worked on: it is dropped, and the journal says so. */
export function parkEvent({ database, now, code }: Poison): Promise<void> {
  return writeAtOnce(database, LOOK_STORES, async (tx) => {
    const [row] = await oldestEventRows(tx, 1);
    if (row === undefined) return;
    await deleteWorkflowEvent(tx, row);
    await noteFailed(tx, { contactId: row.contactId, at: now, code });
  });
}

/** The run that has waited longest cannot be worked on: it has failed. */
export function parkRun({ database, now, code }: Poison): Promise<void> {
  return writeAtOnce(database, LOOK_STORES, async (tx) => {
    const [row] = await dueRunRows(tx, now, 1);
    if (row !== undefined) await failRow(tx, row, { now, code });
  });
}

/** The same for a run that was to be let go. */
export function parkReleased({ database, now, code }: Poison): Promise<void> {
  return writeAtOnce(database, LOOK_STORES, async (tx) => {
    const heads = await openHeads(tx);
    for (const head of heads.all().filter(({ inside }) => inside > 0)) {
      const [row] = await freedRuns(tx, head, 1);
      if (row !== undefined) return failRow(tx, row, { now, code });
    }
  });
}

async function failRow(
  tx: LookTx,
  row: WorkflowRunRow,
  { now, code }: Pick<Poison, 'now' | 'code'>,
): Promise<void> {
  const { dueAt: _never, inside, held: _not, next: _nothing, ...rest } = row;
  await tx
    .objectStore('workflowRuns')
    .put({ ...rest, state: { kind: 'failed', at: now, code }, updatedAt: now });
  const heads = await openHeads(tx);
  if (inside !== undefined) {
    heads.change(row.workflowId, (head) => ({ ...head, inside: Math.max(0, head.inside - 1) }));
  }
  await heads.write();
  const workflow = heads.get(row.workflowId)?.name;
  const { contactId, workflowId } = row;
  await noteFailed(tx, { contactId, workflowId, workflow, at: now, code });
}

/** The next contact of a scan cannot be looked at: the scan goes on behind them. */
export function parkScan({ database, now, code }: Poison): Promise<void> {
  return writeAtOnce(database, LOOK_STORES, async (tx) => {
    const scan = await dueScan(tx, now);
    if (scan === undefined) return;
    const [contact] = await contactsAfter(tx, scan, 1);
    if (contact === undefined) await deleteScan(tx, scan.id);
    else await putScan(tx, { ...scan, after: contact.id });
    const { workflowId } = scan;
    const workflow = (await openHeads(tx)).get(workflowId)?.name;
    await noteFailed(tx, { contactId: contact?.id, workflowId, workflow, at: now, code });
  });
}

/** Whatever the row says of itself is not to be trusted. */
async function noteFailed(
  tx: WriteTx<'journal'>,
  about: {
    readonly contactId?: unknown;
    readonly workflowId?: unknown;
    readonly workflow?: string | undefined;
    readonly at: number;
    readonly code: string;
  },
): Promise<void> {
  const contactId = v.safeParse(contactIdSchema, about.contactId);
  const workflowId = v.safeParse(workflowIdSchema, about.workflowId);
  await appendJournal(tx, {
    at: about.at,
    code: 'workflowFailed',
    actor: 'workflow',
    ...(contactId.success && { contactId: contactId.output }),
    ...(workflowId.success && { workflowId: workflowId.output }),
    params: { workflow: about.workflow ?? '', code: about.code },
  });
}
