import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment, ExitReason } from '@/lib/domain/enrollment/enrollment';
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

/** What reading mail needs, besides a way to end an enrollment. */
export type WatchDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'mailboxOf' | 'changed'> & {
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
    for (const head of changes.value.messages) await actOn(deps, sender, head);
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

async function actOn(deps: WatchDeps, sender: Sender, head: MessageHead): Promise<void> {
  const tx = (await deps.connection.get()).transaction(['enrollments', 'claims', 'contacts']);
  const concerned = await concernedEnrollments(tx, sender.id, head);
  const classes = await Promise.all(
    concerned.map(async (enrollment) => {
      const contact = await getContact(tx, enrollment.contactId);
      return classify(head, {
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
    await applyClass(deps, sender, enrollment, head, classes[index] ?? 'unrelated');
  }
}

async function applyClass(
  deps: WatchDeps,
  sender: Sender,
  enrollment: Enrollment,
  head: MessageHead,
  meaning: MessageClass,
): Promise<void> {
  switch (meaning) {
    case 'own':
    case 'unrelated':
      return;
    case 'autoReply':
      return note(deps, sender, enrollment, head, 'autoReplySeen');
    case 'reply':
      await note(deps, sender, enrollment, head, 'replySeen');
      await deps.exit(enrollment.id, 'replied');
      return;
    case 'bounce':
      await note(deps, sender, enrollment, head, 'bounceSeen');
      await suppress(deps, enrollment);
      await deps.exit(enrollment.id, 'bounced');
      return;
  }
}

async function note(
  { connection, clock }: WatchDeps,
  sender: Sender,
  enrollment: Enrollment,
  head: MessageHead,
  code: 'replySeen' | 'autoReplySeen' | 'bounceSeen',
): Promise<void> {
  const tx = (await connection.get()).transaction(['journal'], 'readwrite');
  await appendJournal(tx, {
    at: clock.now(),
    code,
    actor: 'engine',
    contactId: enrollment.contactId,
    enrollmentId: enrollment.id,
    senderId: sender.id,
    params: { message: head.messageId },
  });
  await tx.done;
}

/** An address that bounced is not written to again, by no sequence. */
async function suppress({ connection, clock }: WatchDeps, { to }: Enrollment): Promise<void> {
  const tx = (await connection.get()).transaction(['suppression'], 'readwrite');
  await tx.objectStore('suppression').put({
    address: addressKey(to),
    reason: 'bounced',
    at: clock.now(),
  });
  await tx.done;
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
