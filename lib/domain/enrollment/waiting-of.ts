import type { Instant } from '@/lib/time/instant';
import type { OutboxRow, WaitingCode } from './outbox-row';

/**
 * Why a step does not run as planned. That everything is paused is said of what is planned as well:
 * a date would be a promise that nobody keeps.
 *
 * @param pausedAll since when everything is paused
 * @example waitingOf(row, now) // 'pausedAll'
 */
export function waitingOf(
  row: Pick<OutboxRow, 'state' | 'wakeAt' | 'waiting'> | undefined,
  pausedAll: Instant | undefined,
): WaitingCode | undefined {
  if (row === undefined) return undefined;
  const isHeld = pausedAll !== undefined && row.state === 'due' && row.wakeAt !== undefined;
  return isHeld ? 'pausedAll' : row.waiting;
}
