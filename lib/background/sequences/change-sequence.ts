import type { WorkerDeps } from '@/lib/background/deps';
import type { SequenceId } from '@/lib/domain/ids';
import type { Parsed } from '@/lib/rpc/protocol';
import type { SequenceChanged } from '@/lib/rpc/sequence-views';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow, wakingRows } from '@/lib/store/outbox';
import type { SequenceHead } from '@/lib/store/schema';
import { getSequenceHead, putSequenceHead } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { emptyDeletedSequences } from './empty-deleted-sequences';

type Action = Parsed<'sequence.change'>['action'];

const STORES = ['sequences', 'enrollments', 'outbox', 'journal'] as const;

/** Archives a sequence or takes it back, stops it or lets it go on, or deletes it. */
export async function changeSequence(
  deps: WorkerDeps,
  { id, action }: Parsed<'sequence.change'>,
): Promise<SequenceChanged> {
  const now = deps.clock.now();
  const database = await deps.connection.get();
  const changed = await writeAtOnce(database, STORES, async (tx): Promise<SequenceChanged> => {
    const head = await getSequenceHead(tx, id);
    // The record of a deleted one stays, for those who were in it; nothing brings it back.
    if (head === undefined || head.state === 'deleted') return { kind: 'missing' };
    await putSequenceHead(tx, { ...head, ...after(action) });
    if (action === 'resume') await wakePaused(tx, id, now);
    await appendJournal(tx, {
      at: now,
      code: 'sequenceChanged',
      actor: 'person',
      params: { sequence: head.name, action },
    });
    const enrollments = action === 'archive' || action === 'restore' ? 0 : head.live;
    return { kind: 'changed', enrollments };
  });
  if (changed.kind === 'missing') return changed;
  deps.changed();
  // It takes nobody any more and sends nothing from here on, also if this does not come to its end.
  if (action === 'delete') await emptyDeletedSequences(deps);
  if (action === 'resume') await deps.wake.at(now);
  return changed;
}

function after(action: Action): Partial<SequenceHead> {
  switch (action) {
    case 'archive':
      return { state: 'archived' };
    case 'restore':
      return { state: 'active' };
    case 'delete':
      return { state: 'deleted' };
    case 'pause':
      return { paused: true };
    case 'resume':
      return { paused: false };
  }
}

/** What waited for the sequence to go on leaves when it was due, or now. */
async function wakePaused(
  tx: WriteTx<'outbox' | 'enrollments'>,
  id: SequenceId,
  now: Instant,
): Promise<void> {
  for (const row of await wakingRows(tx, Number.MAX_SAFE_INTEGER, 10_000)) {
    if (row.waiting !== 'paused') continue;
    const enrollment = await getEnrollment(tx, row.enrollmentId);
    if (enrollment?.sequenceId !== id) continue;
    const { waiting: _over, ...rest } = row;
    await putOutboxRow(tx, { ...rest, wakeAt: Math.max(now, row.dueAt) });
  }
}
