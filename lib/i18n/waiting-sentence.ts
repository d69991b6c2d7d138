import type { WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import { t } from './t';

/** Why a step that is due does not run. */
export function waitingSentence(code: WaitingCode): string {
  return t(`waiting.${code}`);
}
