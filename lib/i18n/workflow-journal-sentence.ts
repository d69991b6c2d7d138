import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import type { JournalCode, JournalEntry } from '@/lib/domain/journal-entry';
import { checkName } from './check-name';
import { t } from './t';

const CODES = [
  'workflowSaved',
  'workflowSwitchedOn',
  'workflowSwitchedOff',
  'workflowDeleted',
  'workflowHeld',
  'workflowReleased',
  'workflowEntered',
  'workflowLeft',
  'workflowFinished',
  'workflowFailed',
  'workflowActionSkipped',
  'workflowProblem',
  'propertySet',
  'taskCreated',
  'taskCompleted',
  'formSubmitted',
  'contactsImported',
] as const satisfies readonly JournalCode[];

export type WorkflowJournalCode = (typeof CODES)[number];

export function isWorkflowCode(code: JournalCode): code is WorkflowJournalCode {
  return CODES.some((known) => known === code);
}

/** What a workflow did, or what was done to it. */
export function workflowJournalSentence(
  code: WorkflowJournalCode,
  { params }: Pick<JournalEntry, 'params'>,
): string {
  const text = (name: string) => String(params[name] ?? '');
  const workflow = text('workflow');
  switch (code) {
    case 'workflowSaved':
      return t('journal.workflowSaved', [workflow, text('revision')]);
    case 'workflowSwitchedOn':
      return text('reasons') === ''
        ? t('journal.workflowSwitchedOn', [workflow])
        : t('journal.workflowSwitchedOnAgainst', [workflow, text('reasons')]);
    case 'workflowHeld':
      return t('journal.workflowHeld', [workflow, text('count')]);
    case 'workflowReleased':
      return t('journal.workflowReleased', [workflow, text('reason')]);
    case 'workflowLeft':
      return t('journal.workflowLeft', [workflow, leftBecause(text('reason'))]);
    case 'workflowActionSkipped':
      return t('journal.workflowActionSkipped', [workflow, skippedBecause(text)]);
    case 'workflowProblem':
      return t('journal.workflowProblem', [workflow, problemText(text('problem'))]);
    case 'propertySet':
      return t('journal.propertySet', [text('property')]);
    case 'taskCreated':
      return t('journal.taskCreated', [text('title')]);
    case 'taskCompleted':
      return t('journal.taskCompleted', [text('title')]);
    case 'formSubmitted':
      return t('journal.formSubmitted', [text('form')]);
    case 'contactsImported':
      return t('journal.contactsImported', [text('added'), text('updated')]);
    default:
      return t(`journal.${code}`, [workflow]);
  }
}

function leftBecause(reason: string): string {
  const known = (
    ['notMatching', 'suppressed', 'manual', 'workflowDeleted', 'contactDeleted'] as const
  ).find((one) => one === reason);
  return t(`journal.left.${known ?? 'manual'}`);
}

/** The checks that stood against it by name, or the reason that is none. */
function skippedBecause(text: (name: string) => string): string {
  const names = text('codes').split(' ').filter(Boolean).map(nameOf);
  if (names.length > 0) return names.join(', ');
  const known = (['loop', 'off', 'readOnly'] as const).find((one) => one === text('reason'));
  return t(`journal.skipped.${known ?? 'off'}`);
}

function problemText(problem: string): string {
  const known = (['sequenceDeleted', 'sequenceArchived', 'senderLost'] as const).find(
    (one) => one === problem,
  );
  return t(`journal.problem.${known ?? 'sequenceDeleted'}`);
}

function nameOf(code: string): string {
  const known = CHECK_CODES.find((one) => one === code);
  return known === undefined ? code : checkName(known);
}
