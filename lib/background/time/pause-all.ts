import type { WorkerDeps } from '@/lib/background/deps';
import { appendJournal } from '@/lib/store/journal';
import { putPausedAll, readPausedAll } from '@/lib/store/standing';
import { writeAtOnce } from '@/lib/store/write-at-once';

/**
 * Has nothing leave until the rep says so, or lets everything go on. Planned times stay as they are:
 * other than the pause of one enrollment, which keeps what is left of its delay, this is a switch for
 * the whole engine, and what became late under it goes by the lateness rule of its sequence.
 *
 * @returns whether it was changed; it may have been so before
 */
export async function pauseAll(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  paused: boolean,
): Promise<boolean> {
  const now = deps.clock.now();
  const isNew = await writeAtOnce(await deps.connection.get(), ['meta', 'journal'], async (tx) => {
    const before = await readPausedAll(tx);
    if ((before !== undefined) === paused) return false;
    await putPausedAll(tx, paused ? now : undefined);
    const code = paused ? 'pausedAll' : 'resumedAll';
    await appendJournal(tx, { at: now, code, actor: 'person', params: {} });
    return true;
  });
  deps.changed();
  return isNew;
}
