import type { SequenceDraft, StepDraft } from '@/components/options/sequence-draft';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { DEFAULT_SEQUENCE_SETTINGS, type SequenceSettings } from '@/lib/domain/sequence/settings';
import type { Step, StepKind } from '@/lib/domain/sequence/step';
import { t } from '@/lib/i18n/t';
import { clockText } from './clock-text';

/** A stored sequence as a form shows it. */
export function draftOf(sequence: Pick<Sequence, 'name' | 'steps' | 'settings' | 'access'>) {
  const { name, steps, settings, access } = sequence;
  return {
    name,
    steps: steps.map(stepDraftOf),
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
    steps: [emptyStep(key, { kind: 'automatedEmail', isFirst: true })],
    ...settingsOf(DEFAULT_SEQUENCE_SETTINGS),
    access: 'private',
    users: [],
    teams: [],
  };
}

/** What a step has only if it is of another kind: empty, so that nothing of it is missed. */
const BLANK = {
  subject: '',
  body: '',
  variants: [],
  title: '',
  note: '',
  priority: 'none',
  dueInDays: '0',
  remind: '',
  hold: false,
} as const;

/** Steps start with three days between them, because nobody wants two emails at once by mistake. */
export function emptyStep(
  key: string,
  { kind, isFirst }: { readonly kind: StepKind; readonly isFirst: boolean },
): StepDraft {
  // What an email says, and what there is to do, only the rep knows.
  const isOpen = kind === 'automatedEmail' || kind === 'generalTask';
  const title = isOpen ? '' : t(`sequenceForm.task.title.${kind}`);
  return { ...BLANK, key, kind, days: isFirst ? '0' : '3', minutes: '0', title };
}

function stepDraftOf(step: Step): StepDraft {
  const { id, kind, delay } = step;
  const common = {
    ...BLANK,
    key: id,
    id,
    kind,
    days: String(delay.days),
    minutes: String(delay.minutes),
  };
  if (step.kind === 'automatedEmail') {
    const { subject, body, variants = [] } = step;
    return {
      ...common,
      subject,
      body,
      variants: variants.map(({ share, id: of, ...text }) => ({
        ...text,
        key: of,
        share: String(share),
      })),
    };
  }
  const { title, note, priority, dueInDays, remindMinutes, hold } = step;
  return {
    ...common,
    title,
    note,
    priority,
    dueInDays: String(dueInDays),
    remind: remindMinutes === undefined ? '' : String(remindMinutes),
    hold,
    ...(step.kind === 'manualEmail' && { subject: step.subject, body: step.body }),
  };
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
