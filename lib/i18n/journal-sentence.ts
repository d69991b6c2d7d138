import type { JournalEntry } from '@/lib/domain/journal-entry';
import { DAY, type Instant, MINUTE } from '@/lib/time/instant';
import { enrollmentFailureSentence } from './enrollment-failure-sentence';
import { exitSentence } from './exit-sentence';
import { howLong } from './how-long';
import { planDate } from './plan-date';
import { t } from './t';
import { isWorkflowCode, workflowJournalSentence } from './workflow-journal-sentence';

interface Where {
  readonly now: Instant;
  /** Whose clock dates are on. */
  readonly zone: string;
}

/** What happened, with the params it was written with; older entries may lack some. */
export function journalSentence(entry: JournalEntry, where: Where): string {
  const { code, params } = entry;
  const text = (name: string) => String(params[name] ?? '');
  switch (code) {
    case 'enrolled':
      return t('journal.enrolled', [text('sequence'), text('version')]);
    case 'refused':
      return t('journal.refused', [text('checks')]);
    case 'unenrolled':
      return t('journal.unenrolled', [exitText(text('reason'))]);
    case 'resumed': {
      const next = dateOf(params['next'], where);
      return next === undefined ? t('journal.resumedOnly') : t('journal.resumed', [next]);
    }
    case 'restored': {
      const action = actionText(text('action'));
      return action === undefined ? t('journal.restoredOnly') : t('journal.restored', [action]);
    }
    case 'absenceSeen': {
      const until = dateOf(params['until'], where);
      return until === undefined ? t('journal.absenceSeenOnly') : t('journal.absenceSeen', [until]);
    }
    case 'stepSent':
      return text('variant') === ''
        ? t('journal.stepSent', [text('step')])
        : t('journal.stepSentVariant', [text('step'), text('variant')]);
    case 'taskMade':
      return t('journal.taskMade', [text('step'), text('title')]);
    case 'taskCanceled':
      return t('journal.taskCanceled', [text('title')]);
    case 'taskReopened':
      return t('journal.taskReopened', [text('title')]);
    case 'stepFailed':
      return t('journal.stepFailed', [text('step'), enrollmentFailureSentence(text('reason'))]);
    case 'draftLeft':
      return t('journal.draftLeft', [text('step')]);
    case 'stepDropped':
      return t('journal.stepDropped', [text('step')]);
    case 'sentLate':
      return t('journal.sentLate', [
        text('step'),
        howLong(Number(params['minutes'] ?? 0) * MINUTE),
      ]);
    case 'askedLate':
      return t('journal.askedLate', [text('step'), howLong(Number(params['days'] ?? 0) * DAY)]);
    case 'stepSkipped':
      return t('journal.stepSkipped', [text('step')]);
    case 'retried':
      return t('journal.retried', [text('step')]);
    case 'deferred': {
      const until = dateOf(params['until'], where);
      if (until === undefined) return t('journal.deferredOnly');
      return t('journal.deferred', [until, becauseText(text('reason'))]);
    }
    default:
      return isWorkflowCode(code) ? workflowJournalSentence(code, entry) : t(`journal.${code}`);
  }
}

function dateOf(at: string | number | undefined, { now, zone }: Where): string | undefined {
  return typeof at === 'number' ? planDate(at, { now, zone }) : undefined;
}

type Exit = Parameters<typeof exitSentence>[0];

const EXITS: readonly Exit[] = [
  'manual',
  'undone',
  'replied',
  'meetingBooked',
  'colleagueReplied',
  'colleagueMet',
  'bounced',
  'optedOut',
  'contactDeleted',
  'sequenceDeleted',
  'workflow',
];

function exitText(reason: string): string {
  return exitSentence(EXITS.find((known) => known === reason) ?? 'manual');
}

function actionText(action: string): string | undefined {
  const known = (['unenroll', 'pause', 'resume', 'skip'] as const).find((one) => one === action);
  return known && t(`journal.action.${known}`);
}

function becauseText(reason: string): string {
  const known = (['limit', 'window', 'paused', 'away'] as const).find((one) => one === reason);
  return t(`journal.because.${known ?? 'other'}`);
}
