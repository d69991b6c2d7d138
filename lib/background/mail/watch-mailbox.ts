import type { WorkerDeps } from '@/lib/background/deps';
import { noteConnection } from '@/lib/background/senders/note-connection';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxChanges, MailboxFailure, MailboxResult } from '@/lib/mailboxes/mailbox';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';
import type { Instant } from '@/lib/time/instant';
import { actOnMail } from './act-on-mail';
import type { ExitDeps } from './exit-by-scope';
import { noteFormMail } from './note-form-mail';
import { type MeetingDeps, watchMeetings } from './watch-meetings';

/** What reading mail needs, besides a way to end an enrollment. */
export type WatchDeps = Pick<
  WorkerDeps,
  'connection' | 'clock' | 'ids' | 'mailboxOf' | 'settings' | 'changed'
> &
  ExitDeps & {
    /** Left out where nobody has a calendar. */
    readonly calendarOf?: MeetingDeps['calendarOf'];
  };

/**
 * Reads what arrived since the last time, in the mailbox and in the calendar, and does what it means
 * to the enrollments that it is about.
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
  for (let isCertain = false; ; ) {
    const begun = deps.clock.now();
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
    const { cursor, more, resynced } = changes.value;
    await moveCursor(deps, sender, { ...changes.value, begun });
    current = { ...current, cursor };
    if (more) continue;
    if (!resynced || isCertain) break;
    // Reading everything anew may have begun long ago: what arrived since then comes next.
    isCertain = true;
  }
  await noteConnection(deps, sender, undefined);
  const { calendarOf } = deps;
  return calendarOf && watchMeetings({ ...deps, calendarOf }, sender, signal);
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
    const failure =
      (await actOnMail(deps, { sender, head }, signal)) ??
      (await noteFormMail(deps, { sender, head, rules }, signal));
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Mail counts as read as of when it was asked for: the computer may have slept over what came. */
async function moveCursor(
  { connection, clock }: WatchDeps,
  { id }: Sender,
  changes: MailboxChanges & { readonly begun: Instant },
): Promise<void> {
  const tx = (await connection.get()).transaction(['senders', 'journal'], 'readwrite');
  const sender = await getSender(tx, id);
  if (sender === undefined) return;
  const { cursor, more, resynced, begun } = changes;
  await putSender(tx, { ...sender, cursor, ...(!more && { polledAt: begun }) });
  if (resynced && !more) {
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
