import type { Sender } from '@/lib/domain/sender/sender';
import { allActions } from '@/lib/domain/workflow/program';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import { appendJournal } from '@/lib/store/journal';
import type { SequenceHead } from '@/lib/store/schema';
import { listSenders } from '@/lib/store/senders';
import { listAllSequences } from '@/lib/store/sequence-list';
import type { ReadTx } from '@/lib/store/transaction';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { listWorkflows } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Batch } from './taken';
import { isOn, openHeads } from './workflow-heads';
import type { WorkflowLibrary } from './workflow-library';

const STORES = ['workflows', 'workflowRevisions', 'sequences', 'senders', 'journal'] as const;

/**
 * Has every workflow that is on say whether its enrollments can do their work: a sequence may be
 * gone, or whoever sends. It stops saying so when they are back.
 *
 * @returns did any begin or cease to say so?
 */
export async function noteProblems(batch: Omit<Batch, 'size'>): Promise<boolean> {
  const { database, library, now } = batch;
  const found = await newProblems(database.transaction([...STORES]), library);
  // Mostly nothing has changed, and nobody has to wait for a look.
  if (found.length === 0) return false;
  return writeAtOnce(database, STORES, async (tx) => {
    const heads = await openHeads(tx);
    for (const { head, problem } of await newProblems(tx, library)) {
      const { id, name } = head;
      heads.change(id, (before) => withProblem(before, problem));
      if (problem === undefined) continue;
      await appendJournal(tx, {
        at: now,
        code: 'workflowProblem',
        actor: 'workflow',
        workflowId: id,
        params: { workflow: name, problem },
      });
    }
    return heads.write();
  });
}

type Problem = WorkflowHead['problem'];

async function newProblems(tx: ReadTx<(typeof STORES)[number]>, library: WorkflowLibrary) {
  const on = (await listWorkflows(tx)).filter(isOn);
  if (on.length === 0) return [];
  const [sequences, senders] = await Promise.all([listAllSequences(tx), listSenders(tx)]);
  const found: { readonly head: WorkflowHead; readonly problem: Problem }[] = [];
  for (const head of on) {
    const workflow = await library.revision(tx, head.id, head.revision);
    const problem = workflow && problemOf(workflow, sequences, senders);
    if (problem !== head.problem) found.push({ head, problem });
  }
  return found;
}

function withProblem(head: WorkflowHead, problem: Problem): WorkflowHead {
  const { problem: _before, ...rest } = head;
  return { ...rest, ...(problem && { problem }) };
}

function problemOf(
  { actions }: Workflow,
  sequences: readonly SequenceHead[],
  senders: readonly Sender[],
): Problem {
  const enrolls = allActions(actions).filter((action) => action.kind === 'enroll');
  const states = enrolls.map(
    ({ sequenceId }) => sequences.find(({ id }) => id === sequenceId)?.state ?? 'deleted',
  );
  if (states.includes('deleted')) return 'sequenceDeleted';
  if (states.includes('archived')) return 'sequenceArchived';
  const isLost = enrolls.some(
    ({ sender }) =>
      sender.type === 'SPECIFIC_USER' &&
      !isUsable(senders.find(({ id }) => id === sender.senderId)),
  );
  return isLost ? 'senderLost' : undefined;
}

/** One that is only out of reach for now comes back by itself. */
function isUsable(sender: Sender | undefined): boolean {
  if (sender === undefined || !sender.seat || sender.shared) return false;
  return sender.connection === 'connected' || sender.connection === 'offline';
}
