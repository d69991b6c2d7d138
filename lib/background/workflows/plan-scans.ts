import { dependsOnTime } from '@/lib/domain/workflow/depends-on-time';
import { nextScheduleAt } from '@/lib/domain/workflow/schedule';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { WriteTx } from '@/lib/store/transaction';
import { lastEventSeq } from '@/lib/store/workflow-events';
import { deleteScansOf, putScan, scanId } from '@/lib/store/workflow-scans';
import type { WorkflowScan } from '@/lib/store/workflow-schema';
import { HOUR, type Instant } from '@/lib/time/instant';

/** How often criteria that depend on the time are looked at again. */
export const SWEEP_EVERY = HOUR;

/**
 * Puts the looks at all contacts that a workflow which is on has to take, instead of those it had: at
 * once for who matches already, later for what comes by itself.
 *
 * @param first who matches already is enrolled (`existing`) or only noted
 * @returns does it have to look at who matches already before it is really on?
 */
export async function planScans(
  tx: WriteTx<'workflowScans' | 'workflowEvents'>,
  workflow: Workflow,
  { first, now }: { readonly first: 'existing' | 'baseline'; readonly now: Instant },
): Promise<boolean> {
  const { id: workflowId, trigger, settings } = workflow;
  const scan = (
    kind: WorkflowScan['kind'],
    dueAt: Instant,
    more: Pick<WorkflowScan, 'since'> = {},
  ) => putScan(tx, { id: scanId(workflowId, kind), workflowId, kind, dueAt, ...more });
  await deleteScansOf(tx, workflowId);
  switch (trigger.kind) {
    case 'event':
      return false;
    case 'schedule':
      await scan('schedule', nextScheduleAt(trigger.schedule, settings.zone, now));
      return false;
    case 'criteria': {
      const since = await lastEventSeq(tx);
      await scan(first, now, since === undefined ? {} : { since });
      if (dependsOnTime(trigger.groups) || readsClock(settings)) {
        await scan('sweep', now + SWEEP_EVERY);
      }
      return true;
    }
  }
}

function readsClock({ reenroll }: Workflow['settings']): boolean {
  return reenroll.kind === 'on' && dependsOnTime(reenroll.triggers);
}
