import { type Enrollment, type ExitReason, isLive } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import { classify, type MessageClass } from '@/lib/domain/message/classify';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxChanges, MailboxFailure, MailboxResult } from '@/lib/mailboxes/mailbox';
import { getContact } from '@/lib/store/contacts';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';
import { concernedEnrollments } from './concerned-enrollments';
import type { WorkerDeps } from './deps';
import { noteConnection } from './note-connection';
import { noteFormMail } from './note-form-mail';
import { type About, noteMail, noteReply, noteSuppressed } from './note-mail';

/** What reading mail needs, besides a way to end an enrollment. */
export type WatchDeps = Pick<
  WorkerDeps,
  'connection' | 'clock' | 'ids' | 'mailboxOf' | 'settings' | 'changed'
> & {
  readonly exit: (id: EnrollmentId, reason: ExitReason) => Promise<unknown>;
};

/**
 * Reads what arrived since the last time and ends the enrollments that were answered.
 *
 * The cursor moves on only after everything was acted upon, so a worker that dies in between reads
 * the same mail again; ending an ended enrollment does nothing.
 *
 * @returns why the mailbox could not be read, or `undefined`
 */
export async function watchMailbox(
  deps: WatchDeps,
  sender: Sender,
  signal: AbortSignal,
): Promise<MailboxFailure | undefined> {
  let current = sender;
  for (;;) {
    const changes = await readChanges(deps, current, signal);
    if (changes.kind !== 'ok') {
      await noteConnection(deps, sender, changes);
      return changes;
    }
    const { messages } = changes.value;
    const failure =
      messages.length > 0 ? await actOnAll(deps, sender, messages, signal) : undefined;
    if (failure !== undefined) {
      await noteConnection(deps, sender, failure);
      return failure;
    }
    await moveCursor(deps, sender, changes.value);
    if (!changes.value.more) break;
    current = { ...current, cursor: changes.value.cursor };
  }
  await noteConnection(deps, sender, undefined);
  return undefined;
}

async function readChanges(
  { mailboxOf }: WatchDeps,
  sender: Sender,
  signal: AbortSignal,
): Promise<MailboxResult<MailboxChanges>> {
  const { cursor, polledAt = sender.connectedAt } = sender;
  return mailboxOf(sender).changesSince({ cursor, polledAt }, signal);
}

async function actOnAll(
  deps: WatchDeps,
  sender: Sender,
  messages: readonly MessageHead[],
  signal: AbortSignal,
): Promise<MailboxFailure | undefined> {
  const { formRules: rules } = await deps.settings();
  for (const head of messages) {
    await actOn(deps, sender, head);
    const failure = await noteFormMail(deps, { sender, head, rules }, signal);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

async function actOn(deps: WatchDeps, sender: Sender, head: MessageHead): Promise<void> {
  const tx = (await deps.connection.get()).transaction(['enrollments', 'claims', 'contacts']);
  const concerned = await concernedEnrollments(tx, sender.id, head);
  const classes = await Promise.all(
    concerned.map(async (enrollment) => {
      const contact = await getContact(tx, enrollment.contactId);
      return classify(head, {
        enrollmentId: enrollment.id,
        ownAddresses: sender.addresses.map(({ address }) => address),
        contactAddresses: [enrollment.to, ...(contact?.emails ?? [])],
        ...(enrollment.thread && { threadId: enrollment.thread.threadId }),
        sentIds: enrollment.thread?.references ?? [],
        since: enrollment.createdAt,
      });
    }),
  );
  await tx.done;
  for (const [index, enrollment] of concerned.entries()) {
    await applyClass(deps, { sender, head }, enrollment, classes[index] ?? 'unrelated');
  }
}

/** What arrives after the end changes nothing about that, but may forbid to write again. */
async function applyClass(
  deps: WatchDeps,
  about: About,
  enrollment: Enrollment,
  meaning: MessageClass,
): Promise<void> {
  const { id } = enrollment;
  switch (meaning) {
    case 'own':
    case 'unrelated':
      return;
    case 'autoReply':
      if (isLive(enrollment)) await noteMail(deps, about, enrollment, 'autoReplySeen');
      return;
    case 'reply':
      await noteReply(deps, about, enrollment);
      if (isLive(enrollment)) await deps.exit(id, 'replied');
      return;
    case 'optOut':
      await noteSuppressed(deps, about, enrollment, 'optedOut');
      await deps.exit(id, 'optedOut');
      return;
    case 'bounce':
      if (isLive(enrollment)) await noteMail(deps, about, enrollment, 'bounceSeen');
      await noteSuppressed(deps, about, enrollment, 'bounced');
      await deps.exit(id, 'bounced');
      return;
  }
}

async function moveCursor(
  { connection, clock }: WatchDeps,
  { id }: Sender,
  changes: MailboxChanges,
): Promise<void> {
  const tx = (await connection.get()).transaction(['senders', 'journal'], 'readwrite');
  const sender = await getSender(tx, id);
  if (sender === undefined) return;
  await putSender(tx, { ...sender, cursor: changes.cursor, polledAt: clock.now() });
  if (changes.resynced) {
    await appendJournal(tx, {
      at: clock.now(),
      code: 'mailResynced',
      actor: 'engine',
      senderId: id,
      params: {},
    });
  }
  await tx.done;
}
