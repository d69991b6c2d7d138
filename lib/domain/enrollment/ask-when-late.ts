import type { Instant } from '@/lib/time/instant';
import type { Enrollment } from './enrollment';
import type { OutboxRow } from './outbox-row';

/**
 * An enrollment whose step is so late that the rep is asked: it rests until they say "send", "skip
 * this step" or "unenroll". Nothing of its delay is left, so that going on is sending. A draft that
 * was handed over before stays under way: only that very draft may leave.
 *
 * @example askWhenLate(enrollment, row, now).row.waiting // 'late'
 */
export function askWhenLate(
  enrollment: Enrollment,
  row: OutboxRow,
  now: Instant,
): { readonly enrollment: Enrollment; readonly row: OutboxRow } {
  const { wakeAt: _never, ...asleep } = row;
  return {
    enrollment: {
      ...enrollment,
      state: { kind: 'paused', why: 'late', since: now, remainingMs: 0 },
      updatedAt: now,
    },
    row: {
      ...asleep,
      state: row.handedOverAt === undefined ? 'due' : row.state,
      waiting: 'late',
    },
  };
}
