import type { PauseView } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import { t } from './t';
import { when } from './when';

/** Why an enrollment rests, and what has to happen so that it goes on. */
export function pausedSentence(
  { why, until }: PauseView,
  where: { readonly now: Instant; readonly zone: string },
): string {
  if (why !== 'absence') return t(`pauseReason.${why}`);
  return until === undefined
    ? t('pauseReason.person')
    : t('pauseReason.absence', [when(until, where)]);
}
