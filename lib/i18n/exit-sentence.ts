import type { ContactStatus } from '@/lib/rpc/views';
import { t } from './t';

type LastExit = NonNullable<Extract<ContactStatus, { kind: 'free' }>['lastExit']>;

/** Why the last enrollment ended, in a word or two. */
export function exitSentence(reason: LastExit['reason']): string {
  switch (reason) {
    case 'manual':
      return t('exit.manual');
    case 'undone':
      return t('exit.undone');
    case 'replied':
      return t('exit.replied');
    case 'meetingBooked':
      return t('exit.meetingBooked');
    case 'colleagueReplied':
      return t('exit.colleagueReplied');
    case 'colleagueMet':
      return t('exit.colleagueMet');
    case 'bounced':
      return t('exit.bounced');
    case 'optedOut':
      return t('exit.optedOut');
    case 'contactDeleted':
      return t('exit.contactDeleted');
    case 'sequenceDeleted':
      return t('exit.sequenceDeleted');
    case 'workflow':
      return t('exit.workflow');
    case 'finished':
      return t('exit.finished');
    case 'failed':
      return t('exit.failed');
  }
}
