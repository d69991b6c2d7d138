import type { CheckCode } from '@/lib/domain/enrollment/check';
import { t } from './t';

/** A check in two or three words, where there is no room or no knowledge for its sentence. */
export function checkName(code: CheckCode): string {
  return t(`checkName.${code}`);
}
