import type { ContactStatus } from '@/lib/rpc/views';
import { t } from './t';

type LastExit = NonNullable<Extract<ContactStatus, { kind: 'free' }>['lastExit']>;

/** Why the last enrollment ended, in a word or two. */
export function exitSentence(reason: LastExit['reason']): string {
  return t(`exit.${reason}`);
}
