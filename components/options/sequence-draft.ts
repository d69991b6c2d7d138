import type { EligibleDays, ExitScope, SequenceSettings } from '@/lib/domain/sequence/settings';
import type { Priority, StepKind } from '@/lib/domain/sequence/step';

/** A step as it is typed: numbers stay text until they are saved, so that nothing typed is lost. */
export interface StepDraft {
  /** Tells the steps of one form apart while they are moved. */
  readonly key: string;
  /** Of a step that was saved before. */
  readonly id?: string;
  readonly kind: StepKind;
  readonly days: string;
  readonly minutes: string;
  readonly subject: string;
  readonly body: string;
  /** Other texts of an email that leaves by itself. */
  readonly variants: readonly VariantDraft[];
  /** Of a task. */
  readonly title: string;
  readonly note: string;
  readonly priority: Priority;
  readonly dueInDays: string;
  /** Minutes before it is due; empty: no reminder. */
  readonly remind: string;
  readonly hold: boolean;
}

export interface VariantDraft {
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  readonly share: string;
}

/** A sequence as it is typed. */
export interface SequenceDraft {
  readonly name: string;
  readonly steps: readonly StepDraft[];
  readonly days: EligibleDays;
  /** `HH:MM`; an end of `00:00` is midnight at the end of the day. */
  readonly start: string;
  readonly end: string;
  readonly threading: boolean;
  readonly unsubscribe: boolean;
  readonly coolOffDays: string;
  readonly sameCompany: SequenceSettings['sameCompany'];
  readonly replyExit: ExitScope;
  readonly meetingExit: ExitScope;
  readonly askWhenLateDays: string;
  readonly access: 'private' | 'everyone' | 'specific';
  readonly users: readonly string[];
  readonly teams: readonly string[];
}

/** What is wrong, where, and (in a template) from which character to which. */
export interface DraftProblem {
  readonly code:
    | 'nameMissing'
    | 'subjectMissing'
    | 'bodyMissing'
    | 'titleMissing'
    | 'dueWrong'
    | 'shareWrong'
    | 'sharesTooMany'
    | 'daysWrong'
    | 'minutesWrong'
    | 'windowWrong'
    | 'coolOffWrong'
    | 'lateDaysWrong'
    | 'userTooLong'
    | 'teamTooLong'
    | 'tokenUnclosed'
    | 'tokenUnknown';
  readonly place: Place;
  /** Counted from 0, of a problem within a step. */
  readonly step?: number;
  readonly kind?: StepKind;
  readonly range?: { readonly start: number; readonly end: number };
}

/** A control of the form: its own name, or `step:<key>:<field>`; of a variant with its own key. */
export type Place = string;

type StepField = 'days' | 'minutes' | 'subject' | 'body' | 'title' | 'note' | 'dueInDays' | 'share';

export const placeOf = (key: string, field: StepField, variant?: string): Place =>
  variant === undefined ? `step:${key}:${field}` : `step:${key}:${variant}:${field}`;
