import { allActions } from '@/lib/domain/workflow/program';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { LintRule } from './lint-rule';
import { mayMeet } from './may-meet';

/** One enrolls whom the other unenrolls. */
export const fights: LintRule<'fights'> = {
  code: 'fights',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ draft, facts: { others } }) =>
    others
      .filter((other) => undoes(draft, other.draft) || undoes(other.draft, draft))
      .map(({ name }) => ({ place: '', params: { workflow: name } })),
};

type Draft = Pick<WorkflowDraft, 'trigger' | 'actions'>;

/** Does the second take out of sequences whom the first puts in, or the other way round? */
function undoes(enroller: Draft, unenroller: Draft): boolean {
  const into = allActions(enroller.actions).flatMap((action) =>
    action.kind === 'enroll' ? [action.sequenceId] : [],
  );
  const takesOut = allActions(unenroller.actions).some(({ kind }) => kind === 'unenroll');
  if (into.length === 0 || !takesOut) return false;
  return (
    waitsFor(unenroller, 'sequenceEnrolled', into) ||
    waitsFor(enroller, 'sequenceUnenrolled') ||
    mayMeet(enroller.trigger, unenroller.trigger)
  );
}

/** Is what the one does what the other one starts on? */
function waitsFor(
  { trigger }: Draft,
  type: 'sequenceEnrolled' | 'sequenceUnenrolled',
  sequences?: readonly string[],
): boolean {
  if (trigger.kind !== 'event' || trigger.event.type !== type) return false;
  const { sequenceId } = trigger.event;
  return sequenceId === undefined || sequences === undefined || sequences.includes(sequenceId);
}
