import type { AskLine, OpensEmail, TaskLine } from '@/components/options/tasks/task-line';
import { displayName } from '@/lib/domain/contact/contact-name';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import { type ByHand, composeLink, programOf } from '@/lib/domain/message/compose-link';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Task } from '@/lib/domain/task/task';
import { askedDrafts } from '@/lib/store/compose-drafts';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment } from '@/lib/store/enrollments';
import { getOutboxRow } from '@/lib/store/outbox';
import type { Database } from '@/lib/store/schema';
import { getSender } from '@/lib/store/senders';
import { getSequence } from '@/lib/store/sequences';
import { openTasks } from '@/lib/store/tasks';
import type { ReadTx } from '@/lib/store/transaction';

const STORES = ['tasks', 'contacts', 'enrollments', 'sequenceVersions', 'senders'] as const;
const ASK_STORES = ['outbox', 'composeDrafts'] as const;
type TaskTx = ReadTx<(typeof STORES)[number]>;

/** Open tasks with whom each is about, the most urgent first. */
export async function readTaskLines(
  database: Database,
  limit: number,
): Promise<readonly TaskLine[]> {
  const tx = database.transaction([...STORES]);
  const tasks = await openTasks(tx, limit);
  return Promise.all(tasks.map((task) => lineOf(tx, task)));
}

async function lineOf(tx: TaskTx, task: Task): Promise<TaskLine> {
  const { id, kind, title, note, priority, dueAt, contactId, ofStep } = task;
  const [contact, enrollment] = await Promise.all([
    getContact(tx, contactId),
    ofStep && getEnrollment(tx, ofStep.enrollmentId),
  ]);
  const around = enrollment && (await aroundOf(tx, enrollment));
  const address = enrollment?.to ?? contact?.emails[0];
  const step = ofStep && around?.sequence.steps[ofStep.stepIndex];
  const thread = around?.sequence.settings.threading ? enrollment?.thread : undefined;
  const email =
    step?.kind === 'manualEmail' && contact && enrollment && around
      ? emailOfStep(
          step,
          { contact, to: enrollment.to, sender: around.sender },
          { placeholders: enrollment.placeholders, ...(thread && { thread }) },
        )
      : undefined;
  return {
    id,
    kind,
    title,
    ...(note !== undefined && { note }),
    ...(priority !== undefined && { priority }),
    dueAt,
    contactName: contact ? displayName(contact) : '',
    ...(address !== undefined && { address }),
    ...(around && { sequenceName: around.sequence.name }),
    ...(email &&
      enrollment &&
      around && { email: opens(around.sender, { ...email, to: enrollment.to }) }),
    ...(email &&
      thread &&
      around?.sender.kind === 'gmail' && {
        threadUrl: `https://mail.google.com/mail/u/?authuser=${encodeURIComponent(around.sender.address)}#all/${encodeURIComponent(thread.threadId)}`,
      }),
  };
}

async function aroundOf(
  tx: TaskTx,
  { sequenceId, sequenceVersion, senderId }: Enrollment,
): Promise<{ readonly sequence: Sequence; readonly sender: Sender } | undefined> {
  const [sequence, sender] = await Promise.all([
    getSequence(tx, sequenceId, sequenceVersion),
    getSender(tx, senderId),
  ]);
  return sequence && sender && { sequence, sender };
}

function opens(sender: Sender, { to, subject, body }: ByHand): OpensEmail {
  return { ...composeLink(programOf(sender), { to, subject, body }, sender.address), body };
}

/** Emails that the rep is asked to send; of an enrollment that rests or ended nobody is. */
export async function readAskLines(database: Database): Promise<readonly AskLine[]> {
  const tx = database.transaction([...STORES, ...ASK_STORES]);
  const drafts = await askedDrafts(tx);
  const lines = await Promise.all(
    drafts.map(async ({ key, byHand }): Promise<AskLine | undefined> => {
      const row = await getOutboxRow(tx, key);
      const enrollment = row && (await getEnrollment(tx, row.enrollmentId));
      if (!enrollment || !isLive(enrollment) || enrollment.state.kind === 'paused')
        return undefined;
      const [contact, around] = await Promise.all([
        getContact(tx, enrollment.contactId),
        aroundOf(tx, enrollment),
      ]);
      if (around === undefined) return undefined;
      return {
        key,
        enrollmentId: enrollment.id,
        to: byHand.to,
        subject: byHand.subject,
        contactName: contact ? displayName(contact) : byHand.to,
        sequenceName: around.sequence.name,
        email: opens(around.sender, byHand),
      };
    }),
  );
  return lines.filter((line) => line !== undefined);
}
