import type { BulkView } from '@/components/options/bulk-view';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import { type Instant, SECOND } from '@/lib/time/instant';
import type { BulkRun } from './bulk-run';

/** What is shown of a change of many: how far it is, then what came of it. */
export function bulkViewOf(
  run: BulkRun | undefined,
  progress: BulkProgress | undefined,
  now: Instant,
): BulkView | undefined {
  if (run === undefined) return undefined;
  const count = (kind: string) =>
    progress?.rows.filter(({ outcome }) => outcome?.kind === kind).length ?? 0;
  const secondsLeft = Math.ceil(((run.undoUntil ?? 0) - now) / SECOND);
  return {
    action: run.action,
    state: progress?.state ?? 'running',
    total: progress?.total ?? run.total,
    done: progress?.done ?? 0,
    changed: count('changed') + count('enrolled'),
    unchanged: count('unchanged') + count('refused'),
    canceled: count('canceled'),
    ...(secondsLeft > 0 && { secondsLeft }),
  };
}
