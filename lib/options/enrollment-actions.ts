import { type ReadonlySignal, signal } from '@preact/signals';
import type { RowAction } from '@/components/options/row-action';
import type { EnrollmentId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { Rpc } from '@/lib/rpc/client';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { PauseOutcome, ResumeOutcome, SkipOutcome, UnenrollOutcome } from '@/lib/rpc/views';
import type { Clock } from '@/lib/time/clock';
import type { Instant } from '@/lib/time/instant';
import { failureNote } from './failure-note';
import type { UndoableNote } from './notes';

export interface ActionDeps {
  readonly rpc: Pick<
    Rpc,
    | 'enrollment.unenroll'
    | 'enrollment.pause'
    | 'enrollment.resume'
    | 'enrollment.skip'
    | 'enrollment.restore'
    | 'suppression.add'
  >;
  readonly clock: Clock;
  readonly say: (note: UndoableNote) => void;
  readonly refresh: () => Promise<void>;
}

/** Of an enrollment, what is needed to change it and to say so. */
export type ActedOn = Pick<EnrollmentRow, 'enrollmentId' | 'contactName' | 'sequenceName'> & {
  /** Absent where nobody knows any more. */
  readonly to?: EnrollmentRow['to'];
};

export interface EnrollmentActions {
  readonly busy: ReadonlySignal<EnrollmentId | undefined>;
  readonly act: (row: ActedOn, action: RowAction) => Promise<void>;
}

/** Unenroll, pause or resume one contact, or never write to them again; what came of it is said and can be taken back. */
export function createEnrollmentActions(deps: ActionDeps): EnrollmentActions {
  const { rpc, say } = deps;
  const busy = signal<EnrollmentId>();

  const restore = async ({ enrollmentId, contactName }: ActedOn) => {
    try {
      const outcome = await rpc['enrollment.restore']({ enrollmentId });
      const tone = outcome.kind === 'restored' ? 'good' : 'warn';
      say({ tone, text: t(`options.enrollments.restore.${outcome.kind}`, [contactName]) });
    } catch (cause) {
      say(failureNote(cause));
    }
    await deps.refresh();
  };
  const ask = async (row: ActedOn, action: RowAction): Promise<UndoableNote> => {
    const { enrollmentId } = row;
    const undo = (until: Instant) => ({ undo: { until, run: () => restore(row) } });
    switch (action) {
      case 'unenroll':
        return unenrolledNote(await rpc['enrollment.unenroll']({ enrollmentId }), row, undo);
      case 'pause':
        return pausedNote(await rpc['enrollment.pause']({ enrollmentId }), row, undo);
      case 'resume': {
        const outcome = await rpc['enrollment.resume']({ enrollmentId });
        return resumedNote(outcome, row, { undo, now: deps.clock.now() });
      }
      case 'suppress':
        await rpc['suppression.add']({ entries: row.to ? [row.to] : [], reason: 'optedOut' });
        return { tone: 'good', text: t('options.enrollments.suppressed', [row.to ?? '']) };
      case 'skip': {
        const outcome = await rpc['enrollment.skip']({ enrollmentId });
        return skippedNote(outcome, row, { undo, now: deps.clock.now() });
      }
    }
  };

  return {
    busy,
    act: async (row, action) => {
      busy.value = row.enrollmentId;
      try {
        say(await ask(row, action));
        await deps.refresh();
      } catch (cause) {
        say(failureNote(cause));
      } finally {
        busy.value = undefined;
      }
    },
  };
}

type Undo = (until: Instant) => Pick<UndoableNote, 'undo'>;

function unenrolledNote(outcome: UnenrollOutcome, row: ActedOn, undo: Undo): UndoableNote {
  const { contactName, sequenceName } = row;
  switch (outcome.kind) {
    case 'unenrolled':
      return {
        tone: 'good',
        text: t('options.enrollments.unenrolled', [contactName, sequenceName]),
        ...(outcome.undoUntil !== undefined && undo(outcome.undoUntil)),
      };
    case 'tooLate':
      return { tone: 'warn', text: t('options.enrollments.tooLate', [contactName]) };
    case 'notEnrolled':
      return { tone: 'warn', text: t('options.enrollments.notEnrolled', [contactName]) };
  }
}

function pausedNote(outcome: PauseOutcome, row: ActedOn, undo: Undo): UndoableNote {
  const { contactName } = row;
  switch (outcome.kind) {
    case 'paused':
      return {
        tone: 'good',
        text: t('options.enrollments.paused', [contactName]),
        ...undo(outcome.undoUntil),
      };
    case 'sending':
      return { tone: 'warn', text: t('options.enrollments.sending', [contactName]) };
    case 'notEnrolled':
      return { tone: 'warn', text: t('options.enrollments.notEnrolled', [contactName]) };
  }
}

function resumedNote(
  outcome: ResumeOutcome,
  { contactName }: ActedOn,
  { undo, now }: { readonly undo: Undo; readonly now: Instant },
): UndoableNote {
  if (outcome.kind === 'notPaused') {
    return { tone: 'warn', text: t('options.enrollments.notPaused', [contactName]) };
  }
  const { nextAt, zone, subject, undoUntil } = outcome;
  const text =
    nextAt === undefined
      ? t('options.enrollments.resumedHeld', [contactName, subject])
      : t('options.enrollments.resumed', [contactName, subject, when(nextAt, { now, zone })]);
  return { tone: 'good', text, ...undo(undoUntil) };
}

function skippedNote(
  outcome: SkipOutcome,
  { contactName }: ActedOn,
  { undo, now }: { readonly undo: Undo; readonly now: Instant },
): UndoableNote {
  switch (outcome.kind) {
    case 'skipped': {
      const { nextAt, undoUntil } = outcome;
      return {
        tone: 'good',
        text:
          nextAt === undefined
            ? t('outbox.skipped', [contactName])
            : t('outbox.skippedNext', [contactName, when(nextAt, { now })]),
        ...(undoUntil !== undefined && undo(undoUntil)),
      };
    }
    case 'sending':
      return { tone: 'warn', text: t('options.enrollments.sending', [contactName]) };
    case 'notEnrolled':
      return { tone: 'warn', text: t('options.enrollments.notEnrolled', [contactName]) };
  }
}
