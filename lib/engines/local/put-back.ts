import { wakeFor } from '@/lib/domain/enrollment/row-for';
import { putOutboxRow } from '@/lib/store/outbox';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { EngineDeps } from './deps';
import { JOB_STORES, loadJob } from './load-job';

/**
 * An email that was taken and whose enrollment was paused before it was handed over is due again,
 * when the pause is over. Its draft has to be gone by then.
 */
export async function putBack(deps: EngineDeps, key: string): Promise<void> {
  await writeAtOnce(await deps.connection.get(), JOB_STORES, async (tx) => {
    const loaded = await loadJob(tx, key);
    if (loaded.kind !== 'job' || loaded.job.row.handedOverAt !== undefined) return;
    const { enrollment } = loaded.job;
    const {
      wakeAt: _taken,
      waiting: _over,
      draftId: _gone,
      subject: _old,
      ...row
    } = loaded.job.row;
    await putOutboxRow(tx, { ...row, state: 'due', ...wakeFor(enrollment, row.dueAt) });
  });
  deps.changed();
}
