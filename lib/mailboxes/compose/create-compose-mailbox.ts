import { messageText } from '@/lib/domain/message/message-body';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Mailbox, SentMessage } from '@/lib/mailboxes/mailbox';
import type { Clock } from '@/lib/time/clock';
import type { ComposeDraft, ComposeShelf } from './compose-shelf';

/** What a person can send in a day without a machine. */
const BY_HAND_A_DAY = 500;

/**
 * The mailbox of a rep who may not connect anything. Drafts lie with us, the rep sends them from a
 * compose window that is filled in, and says so. It cannot read: no answer, no bounce and no message
 * of the rep's own is ever noticed, and follow-ups are threaded by their subject only.
 */
export function createComposeMailbox(deps: {
  readonly shelf: ComposeShelf;
  readonly clock: Clock;
  readonly sender: Pick<Sender, 'id' | 'address' | 'addresses'>;
}): Mailbox {
  const { shelf, clock, sender } = deps;
  const waiting = async (key: string): Promise<ComposeDraft | undefined> => {
    const draft = await shelf.get(key);
    return draft?.sentAt === undefined ? draft : undefined;
  };
  return {
    kind: 'compose',
    profile: async (signal) => {
      signal.throwIfAborted();
      const { address, addresses } = sender;
      return ok({ address, addresses, cursor: '', dailyLimit: BY_HAND_A_DAY });
    },
    createDraft: async ({ key, mime, threadId = key, email }, signal) => {
      signal.throwIfAborted();
      const { subject } = email;
      const byHand = { to: email.to.address, subject, body: messageText(email) };
      const createdAt = clock.now();
      await shelf.put({ key, senderId: sender.id, threadId, byHand, mime, createdAt });
      return ok({ draftId: key });
    },
    findDraft: async (key, signal) => {
      signal.throwIfAborted();
      return ok((await waiting(key)) && { draftId: key });
    },
    hasDraft: async (key, signal) => {
      signal.throwIfAborted();
      return ok((await waiting(key)) !== undefined);
    },
    sendDraft: async (key, signal) => {
      signal.throwIfAborted();
      const asked = await shelf.ask(key, clock.now());
      return asked === 'asked' ? { kind: 'asked' } : { kind: 'gone' };
    },
    deleteDraft: async (key, signal) => {
      signal.throwIfAborted();
      await shelf.drop(key);
      return ok(undefined);
    },
    findSent: async ({ key }, signal) => {
      signal.throwIfAborted();
      const draft = await shelf.get(key);
      return ok(draft?.sentAt === undefined ? undefined : sentOf(draft));
    },
    readMessageId: async (_id, signal) => {
      signal.throwIfAborted();
      return ok(undefined);
    },
    readText: async (_id, signal) => {
      signal.throwIfAborted();
      return ok(undefined);
    },
    changesSince: async ({ cursor }, signal) => {
      signal.throwIfAborted();
      return ok({ messages: [], cursor, more: false, resynced: false });
    },
  };
}

function ok<T>(value: T): { readonly kind: 'ok'; readonly value: T } {
  return { kind: 'ok', value };
}

function sentOf({ key, threadId }: ComposeDraft): SentMessage {
  return { messageId: key, threadId };
}
