import * as v from 'valibot';
import { writeEnrollment } from '@/lib/background/enrolling/write-enrollment';
import type { Contact } from '@/lib/domain/contact/contact';
import { addressKey } from '@/lib/domain/contact/email-address';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Ids } from '@/lib/domain/ids';
import { taskIdSchema, type WorkflowId } from '@/lib/domain/ids';
import type { EnrollAction } from '@/lib/domain/workflow/action';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import type { ActionOutcome } from '@/lib/domain/workflow/run';
import type { PerformedAction } from '@/lib/domain/workflow/step-run';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import { exitWithin } from '@/lib/engines/local/exit-enrollment';
import { findClaim } from '@/lib/store/claims';
import { appendJournal } from '@/lib/store/journal';
import { keepContact } from '@/lib/store/keep-contact';
import { putTask } from '@/lib/store/tasks';
import { addDays } from '@/lib/time/add-days';
import type { Instant } from '@/lib/time/instant';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import { actionChoices } from './action-choices';
import type { Enrolling } from './enrolling';
import { withProperty } from './with-property';
import type { RunTx } from './workflow-stores';

/** For whom an action is done, and why. */
export interface Doing {
  readonly workflow: Workflow;
  readonly contact: Contact;
  /** The workflow itself and those whose actions led to it: none of them takes the contact again. */
  readonly chain: readonly WorkflowId[];
  readonly ids: Ids;
  readonly now: Instant;
  readonly enrolling: Enrolling;
}

/** Does one action within the transaction that notes it as done, and says what became of it. */
export function performAction(
  tx: RunTx,
  action: PerformedAction,
  doing: Doing,
): Promise<ActionOutcome> {
  switch (action.kind) {
    case 'enroll':
      return enroll(tx, action, doing);
    case 'unenroll':
      return unenroll(tx, doing);
    case 'createTask':
      return createTask(tx, action, doing);
    case 'setProperty':
      return setProperty(tx, action, doing);
  }
}

async function enroll(tx: RunTx, action: EnrollAction, doing: Doing): Promise<ActionOutcome> {
  const { contact, workflow, chain, ids, now } = doing;
  const preparation = await doing.enrolling.preparation();
  const prepared = await preparation.prepare(actionChoices(action, contact));
  const decision = decide(prepared.request, prepared.facts, now);
  if (decision.kind === 'refuse') {
    const failed = decision.checks.filter(({ result }) => result !== 'pass');
    const blocks = failed.filter(({ result }) => result === 'block');
    const warns = failed.filter(({ result }) => result === 'warn');
    return { kind: 'skipped', codes: [...blocks, ...warns].map(({ code }) => code) };
  }
  const by = { ids, now, workflow: { id: workflow.id, chain } };
  const { enrollment, row } = await writeEnrollment(tx, prepared, decision, by);
  preparation.enrolled(prepared, decision.plan);
  doing.enrolling.noteDue(row.dueAt);
  return {
    kind: 'enrolled',
    enrollmentId: enrollment.id,
    sequence: decision.plan.sequence.name,
  };
}

/** Whatever sequence the contact is in, under whichever of their records. */
async function unenroll(tx: RunTx, doing: Doing): Promise<ActionOutcome> {
  const { contact, chain, now } = doing;
  const claim = await findClaim(tx, {
    contactIds: [contact.id],
    addresses: contact.emails.map(addressKey),
  });
  if (claim === undefined) return { kind: 'notEnrolled' };
  const exit = await exitWithin(tx, { id: claim.enrollmentId, now, chain }, 'workflow');
  if (exit.kind !== 'ended') return { kind: 'notEnrolled' };
  doing.enrolling.forget();
  return { kind: 'unenrolled', sequence: exit.sequenceName };
}

async function createTask(
  tx: RunTx,
  action: Extract<PerformedAction, { readonly kind: 'createTask' }>,
  { contact, workflow, ids, now }: Doing,
): Promise<ActionOutcome> {
  const { taskKind, title, dueInDays } = action;
  const { zone } = workflow.settings;
  const { date, minute } = wallClockOf(now, zone);
  const dueAt =
    dueInDays === 0 ? now : instantOf(addDays(date, dueInDays), minute, zone, 'compatible');
  const id = v.parse(taskIdSchema, ids.next());
  await putTask(tx, { id, contactId: contact.id, kind: taskKind, title, dueAt, createdAt: now });
  await note(tx, 'taskCreated', { title }, { contact, workflow, now });
  return { kind: 'taskCreated', taskId: id };
}

async function setProperty(
  tx: RunTx,
  { property, value }: Extract<PerformedAction, { readonly kind: 'setProperty' }>,
  { contact, workflow, chain, now }: Doing,
): Promise<ActionOutcome> {
  if (definitionsFor([property]).get(property)?.readOnly === true) {
    return { kind: 'skipped', codes: [], reason: 'readOnly' };
  }
  const next = { ...withProperty(contact, property, value), updatedAt: now };
  await keepContact(tx, contact, next, { now, chain });
  await note(tx, 'propertySet', { property }, { contact, workflow, now });
  return { kind: 'propertySet' };
}

async function note(
  tx: RunTx,
  code: 'taskCreated' | 'propertySet',
  params: Readonly<Record<string, string>>,
  { contact, workflow, now }: Pick<Doing, 'contact' | 'workflow' | 'now'>,
): Promise<void> {
  await appendJournal(tx, {
    at: now,
    code,
    actor: 'workflow',
    contactId: contact.id,
    workflowId: workflow.id,
    params: { workflow: workflow.name, ...params },
  });
}
