import type { FilterGroups } from './filter';
import { type Membership, NO_MEMBERSHIP } from './membership';
import type { RunCause, RunExit } from './run';
import type { Workflow } from './workflow';

/** One look at one contact, with everything that was found out about it. */
export interface EntryQuestion {
  readonly workflow: Pick<Workflow, 'trigger' | 'settings'>;
  /** What the workflow remembers of the contact. */
  readonly before: Membership | undefined;
  /** Do the trigger's own groups hold now? */
  readonly matches: boolean;
  /** Which of the groups that re-enroll hold now, by index; none while re-enrollment is off. */
  readonly rematches: readonly number[];
  /** The properties that have just changed. */
  readonly changed: ReadonlySet<string>;
  readonly isInside: boolean;
  readonly isSuppressed: boolean;
  /**
   * Why it is looked at. `event` and `schedule` only where the trigger itself has come: the event
   * fits, the date is due. `criteria` for every other look, `baseline` for one that enrolls nobody.
   */
  readonly cause: RunCause | 'baseline';
}

/** Why the contact enters, or what stands against it. */
export type EntryWhy =
  | 'first'
  | 'again'
  | 'manual'
  | 'suppressed'
  | 'inside'
  | 'notMatching'
  /** Has been in it, and nothing re-enrolls. */
  | 'onceOnly'
  /** Holds since before, or nothing has come that starts it. */
  | 'notNow';

export interface EntryDecision {
  /** What to remember from now on. */
  readonly membership: Membership;
  readonly enter: boolean;
  /** The contact is inside and has to leave. */
  readonly leave?: RunExit;
  readonly why: EntryWhy;
}

/**
 * Does the contact enter the workflow now, or leave it? `hubspot.md` 4.6.
 *
 * @example decideEntry({ ...question, before: undefined, matches: true, cause: 'criteria' }).why // 'first'
 */
export function decideEntry(question: EntryQuestion): EntryDecision {
  const before = question.before ?? NO_MEMBERSHIP;
  const why = whyOf(question, before);
  const enter = why === 'first' || why === 'again' || why === 'manual';
  const leave = exitOf(question, before);
  return {
    membership: {
      matches: question.matches,
      rematches: question.rematches,
      times: before.times + (enter ? 1 : 0),
    },
    enter,
    ...(leave !== undefined && { leave }),
    why,
  };
}

function whyOf(question: EntryQuestion, before: Membership): EntryWhy {
  const { workflow, matches, isInside, isSuppressed, cause } = question;
  if (isSuppressed) return 'suppressed';
  if (isInside) return 'inside';
  if (cause === 'manual') return 'manual';
  if (!matches) return 'notMatching';
  const { trigger, settings } = workflow;
  switch (cause) {
    case 'baseline':
      return 'notNow';
    case 'existing':
      return before.times === 0 ? 'first' : 'onceOnly';
    case 'event':
      if (trigger.kind !== 'event') return 'notNow';
      break;
    case 'schedule':
      if (trigger.kind !== 'schedule') return 'notNow';
      break;
    case 'criteria':
      if (trigger.kind !== 'criteria') return 'notNow';
      return byCriteria(question, before);
  }
  if (before.times === 0) return 'first';
  // A birthday comes back by its very nature.
  if (trigger.kind === 'schedule' && isYearly(trigger.schedule)) return 'again';
  const { reenroll } = settings;
  if (reenroll.kind === 'off') return 'onceOnly';
  const asked = reenroll.triggers.length === 0 || question.rematches.length > 0;
  return asked ? 'again' : 'notNow';
}

/** On the step from not matching to matching only; a group that re-enrolls counts by itself. */
function byCriteria(question: EntryQuestion, before: Membership): EntryWhy {
  const { reenroll } = question.workflow.settings;
  const begins = !before.matches;
  if (begins && before.times === 0) return 'first';
  if (reenroll.kind === 'off') return before.times === 0 ? 'notNow' : 'onceOnly';
  // Without groups of its own, what enrolls is what re-enrolls.
  if (reenroll.triggers.length === 0) return begins ? 'again' : 'notNow';
  const fires = question.rematches.some(
    (index) =>
      !before.rematches.includes(index) || asksForKnown(reenroll.triggers, index, question.changed),
  );
  return fires ? 'again' : 'notNow';
}

/** "Is known" re-enrolls on every change of the value, not only on the first one. */
function asksForKnown(
  triggers: FilterGroups,
  index: number,
  changed: ReadonlySet<string>,
): boolean {
  return (triggers[index]?.filters ?? []).some(
    ({ property, operation }) => operation.operator === 'IS_KNOWN' && changed.has(property),
  );
}

function isYearly(schedule: { readonly type: string; readonly yearly?: boolean }): boolean {
  return schedule.type === 'PROPERTY_BASED' && schedule.yearly === true;
}

/** Leaves on the step from matching to not matching, so that a setting never works backwards. */
function exitOf(question: EntryQuestion, before: Membership): RunExit | undefined {
  const { workflow, matches, isInside, isSuppressed } = question;
  if (!isInside) return undefined;
  if (isSuppressed) return 'suppressed';
  const ceased = before.matches && !matches;
  return workflow.settings.unenrollWhenNotMatching && ceased ? 'notMatching' : undefined;
}
