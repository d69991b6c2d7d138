import { workflowRunSchema } from '@/lib/domain/workflow/run';
import { leaveRun, releaseRun } from '@/lib/domain/workflow/step-run';
import { parseRow } from '@/lib/store/parse-row';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { keepRun } from './keep-run';
import { type Batch, IDLE, type Taken } from './taken';
import { openHeads } from './workflow-heads';
import { LOOK_STORES } from './workflow-stores';
import { freedRuns } from './workflow-work';

/**
 * The contacts of a deleted workflow leave it, and those that were held go on once a person has said
 * so or the workflow is off; some of them at a time.
 */
export function takeReleased(batch: Batch): Promise<Taken> {
  const { database, now, size } = batch;
  return writeAtOnce(database, LOOK_STORES, async (tx): Promise<Taken> => {
    const heads = await openHeads(tx);
    const pass = { tx, heads, now };
    for (const head of heads.all().filter(({ inside }) => inside > 0)) {
      const runs = await freedRuns(tx, head, size);
      for (const row of runs) {
        const run = parseRow(workflowRunSchema, row);
        const isOver = head.state === 'deleted';
        await keepRun(pass, isOver ? leaveRun(run, 'workflowDeleted', now) : releaseRun(run, now));
      }
      // Whatever was counted: nobody is in it any more.
      if (head.state === 'deleted' && runs.length < size)
        heads.change(head.id, (one) => ({ ...one, inside: 0 }));
      if (runs.length === 0 && head.state !== 'deleted') continue;
      await heads.write();
      return { kind: 'done', changed: true };
    }
    return IDLE;
  });
}
