import type { DraftProblem, SequenceDraft } from '@/components/options/sequence-draft';
import type { Access } from '@/lib/domain/sequence/access';
import type { SequenceSettings } from '@/lib/domain/sequence/settings';
import type { Input } from '@/lib/rpc/protocol';
import { checkStep } from './check-step';
import { parseClock, parseClockEnd } from './clock-text';
import { wholeNumber } from './whole-number';

export type CheckedDraft =
  | { readonly kind: 'ok'; readonly input: Omit<Input<'sequence.save'>, 'id' | 'basedOn'> }
  | { readonly kind: 'invalid'; readonly problems: readonly DraftProblem[] };

/** What is typed, ready to be saved, or everything that is wrong with it, top to bottom. */
export function checkDraft(draft: SequenceDraft): CheckedDraft {
  const name = draft.name.trim();
  const steps = draft.steps.map((step, index) => checkStep(draft, index, step));
  const window = windowOf(draft);
  const coolOffDays = wholeNumber(draft.coolOffDays, { min: 0, max: 365 });
  const askWhenLateDays = wholeNumber(draft.askWhenLateDays, { min: 1, max: 90 });
  const problems: readonly DraftProblem[] = [
    ...(name === '' ? [{ code: 'nameMissing', place: 'name' } as const] : []),
    ...steps.flatMap((step) => step.problems),
    ...(window === undefined ? [{ code: 'windowWrong', place: 'window' } as const] : []),
    ...(coolOffDays === undefined ? [{ code: 'coolOffWrong', place: 'coolOffDays' } as const] : []),
    ...(askWhenLateDays === undefined
      ? [{ code: 'lateDaysWrong', place: 'askWhenLateDays' } as const]
      : []),
    ...accessProblems(draft),
  ];
  if (
    problems.length > 0 ||
    window === undefined ||
    coolOffDays === undefined ||
    askWhenLateDays === undefined
  ) {
    return { kind: 'invalid', problems };
  }
  const { days, threading, unsubscribe, sameCompany } = draft;
  const exits = { reply: draft.replyExit, meeting: draft.meetingExit };
  return {
    kind: 'ok',
    input: {
      name,
      steps: steps.map(({ step }) => step),
      settings: {
        days,
        window,
        threading,
        unsubscribe,
        coolOffDays,
        sameCompany,
        exits,
        askWhenLateDays,
      },
      access: accessOf(draft),
    },
  };
}

/** The window that is typed, if it is one: it ends after it starts, at midnight at the latest. */
export function windowOf(
  draft: Pick<SequenceDraft, 'start' | 'end'>,
): SequenceSettings['window'] | undefined {
  const start = parseClock(draft.start);
  const end = parseClockEnd(draft.end);
  if (start === undefined || end === undefined || start >= end) return undefined;
  return { start, end };
}

function accessOf({ access, users, teams }: SequenceDraft): Access {
  if (access !== 'specific') return { kind: access };
  return { kind: 'specific', users: [...users], teams: [...teams] };
}

function accessProblems({ access, users, teams }: SequenceDraft): readonly DraftProblem[] {
  if (access !== 'specific') return [];
  return [
    ...(users.some((user) => user.length > 254)
      ? [{ code: 'userTooLong', place: 'users' } as const]
      : []),
    ...(teams.some((team) => team.length > 100)
      ? [{ code: 'teamTooLong', place: 'teams' } as const]
      : []),
  ];
}
