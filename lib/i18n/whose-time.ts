import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { t } from './t';
import { when } from './when';

/**
 * When a step runs, and by whose clock: the contact's if their zone is known, else the rep's own.
 *
 * @example whoseTime(at, { now, zone, zoneSource: 'contact' }) // 'tomorrow 9:00 AM their time'
 */
export function whoseTime(
  at: Instant,
  clock: {
    readonly now: Instant;
    readonly zone: Zone;
    readonly zoneSource: 'contact' | 'sender';
  },
): string {
  const local = when(at, clock);
  if (at <= clock.now) return local;
  return clock.zoneSource === 'contact'
    ? t('overlay.theirTime', [local])
    : t('overlay.yourTime', [local]);
}
