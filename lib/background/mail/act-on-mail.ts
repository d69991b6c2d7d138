import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { classify, needsText } from '@/lib/domain/message/classify';
import type { ConversationFacts } from '@/lib/domain/message/conversation';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { getContact } from '@/lib/store/contacts';
import type { ReadTx } from '@/lib/store/transaction';
import { applyClass } from './apply-class';
import { CONCERNED_STORES, concernedEnrollments } from './concerned-enrollments';
import type { About } from './note-mail';
import type { WatchDeps } from './watch-mailbox';

/** An enrollment, and what is known of it when a message is to be told. */
interface Concerned {
  readonly enrollment: Enrollment;
  readonly facts: ConversationFacts;
}

/**
 * Tells what a message means to every enrollment that it may be about, and does it. Its text is read
 * only where it can change something: it may be an answer, or a machine's.
 *
 * @returns why the text could not be read now: then the message is to be read again
 */
export async function actOnMail(
  deps: WatchDeps,
  about: About,
  signal: AbortSignal,
): Promise<MailboxFailure | undefined> {
  const { sender, head } = about;
  const concerned = await concernedBy(deps, about);
  const isWorthReading = concerned.some(({ facts }) => needsText(classify(head, facts)));
  const read = isWorthReading
    ? await deps.mailboxOf(sender).readText(head.messageId, signal)
    : ({ kind: 'ok', value: undefined } as const);
  // What the provider will never hand out is done without.
  if (read.kind !== 'ok' && read.kind !== 'refused') return read;
  const text = read.kind === 'ok' ? read.value : undefined;
  for (const { enrollment, facts } of concerned) {
    await applyClass(deps, about, enrollment, classify(head, facts, text));
  }
  return undefined;
}

async function concernedBy({ connection }: WatchDeps, about: About): Promise<readonly Concerned[]> {
  const tx = (await connection.get()).transaction([...CONCERNED_STORES]);
  const enrollments = await concernedEnrollments(tx, about.sender.id, about.head);
  const concerned = await Promise.all(
    enrollments.map(async (enrollment) => ({
      enrollment,
      facts: await factsOf(tx, about, enrollment),
    })),
  );
  await tx.done;
  return concerned;
}

async function factsOf(
  tx: ReadTx<'contacts'>,
  { sender }: About,
  { id, contactId, to, thread, createdAt, zone }: Enrollment,
): Promise<ConversationFacts> {
  const contact = await getContact(tx, contactId);
  return {
    enrollmentId: id,
    ownAddresses: sender.addresses.map(({ address }) => address),
    contactAddresses: [to, ...(contact?.emails ?? [])],
    ...(thread && { threadId: thread.threadId }),
    sentIds: thread?.references ?? [],
    since: createdAt,
    zone,
  };
}
