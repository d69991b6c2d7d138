import type { PauseView } from '@/lib/rpc/views';
import { DAY, type Instant } from '@/lib/time/instant';
import { locale } from './locale';
import { t } from './t';

/** Further ahead a day without its year could be one of two. */
const WITHOUT_YEAR = 300 * DAY;

/**
 * Why an enrollment rests, and what has to happen so that it goes on.
 *
 * @param where.zone whose calendar days are on
 * @example pausedSentence({ why: 'absence', until }, { now, zone }) // 'Away until Dec 14, …'
 */
export function pausedSentence(
  { why, until }: PauseView,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): string {
  if (why !== 'absence') return t(`pauseReason.${why}`);
  if (until === undefined) return t('pauseReason.person');
  const day = new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...(until - now > WITHOUT_YEAR && { year: 'numeric' }),
  });
  return t('pauseReason.absence', [day.format(until)]);
}
