import type { SequenceDraft } from '@/components/options/sequence-draft';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { DEFAULT_SEQUENCE_SETTINGS, type SequenceSettings } from '@/lib/domain/sequence/settings';
import { clockText } from './clock-text';

/** A stored sequence as a form shows it. */
export function draftOf(sequence: Pick<Sequence, 'name' | 'steps' | 'settings' | 'access'>) {
  const { name, steps, settings, access } = sequence;
  return {
    name,
    steps: steps.map(({ id, delay, subject, body }) => ({
      key: id,
      id,
      days: String(delay.days),
      minutes: String(delay.minutes),
      subject,
      body,
    })),
    ...settingsOf(settings),
    access: access.kind,
    users: access.kind === 'specific' ? access.users : [],
    teams: access.kind === 'specific' ? access.teams : [],
  } satisfies SequenceDraft;
}

/** A new sequence: the usual settings and one empty email. */
export function emptyDraft(key: string): SequenceDraft {
  return {
    name: '',
    steps: [emptyStep(key, true)],
    ...settingsOf(DEFAULT_SEQUENCE_SETTINGS),
    access: 'private',
    users: [],
    teams: [],
  };
}

/** Follow-ups start with three days, because nobody wants two emails at once by mistake. */
export function emptyStep(key: string, isFirst: boolean): SequenceDraft['steps'][number] {
  return { key, days: isFirst ? '0' : '3', minutes: '0', subject: '', body: '' };
}

function settingsOf(settings: SequenceSettings) {
  const { days, window, threading, unsubscribe, coolOffDays, sameCompany, exits } = settings;
  return {
    days,
    start: clockText(window.start),
    end: clockText(window.end),
    threading,
    unsubscribe,
    coolOffDays: String(coolOffDays),
    sameCompany,
    replyExit: exits.reply,
    meetingExit: exits.meeting,
    askWhenLateDays: String(settings.askWhenLateDays),
  };
}
