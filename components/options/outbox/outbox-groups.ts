import type { OutboxLine } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';

export const OUTBOX_GROUPS = ['now', 'waiting', 'today', 'later'] as const;

export type OutboxGroup = (typeof OUTBOX_GROUPS)[number];

/**
 * Where a line stands: leaving, waiting for something that it names, or planned; today is the rep's
 * own calendar day. An email that the rep sends by hand waits for them, however far it is.
 *
 * @example groupOf(line, now) // 'waiting'
 */
export function groupOf(line: OutboxLine, now: Instant): OutboxGroup {
  if (line.state === 'sending' && line.waiting !== 'confirm') return 'now';
  if (line.paused !== undefined || line.waiting !== undefined) return 'waiting';
  if (line.wakeAt === undefined) return 'waiting';
  if (line.wakeAt <= now) return 'now';
  const tomorrow = new Date(now);
  tomorrow.setHours(24, 0, 0, 0);
  return line.wakeAt < tomorrow.getTime() ? 'today' : 'later';
}
