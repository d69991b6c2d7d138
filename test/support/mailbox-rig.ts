import { type EmailAddress, parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { writeMime } from '@/lib/domain/message/mime';
import type { OutgoingMessage } from '@/lib/domain/message/outgoing-message';
import type { Mailbox, MailboxResult } from '@/lib/mailboxes/mailbox';
import type { Break } from './breakable-fetch';

/** What not every mailbox can do; the rest is asked of all of them. */
export interface Abilities {
  /** Sees what arrives, and what it sent itself. */
  readonly read: boolean;
  /** Has access that runs out and can be taken away. */
  readonly access: boolean;
}

export const ALL: Abilities = { read: true, access: true };

/** A mailbox of a provider that runs on this machine, and what a test may do to it from outside. */
export interface MailboxRig {
  readonly mailbox: Mailbox;
  readonly address: EmailAddress;
  /** Somebody writes to the mailbox. Resolves with the provider's id once the message is there. */
  readonly deliver: (message: {
    readonly from: string;
    readonly subject: string;
    readonly text: string;
    readonly inReplyTo?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly asSpam?: boolean;
  }) => Promise<{ readonly id: string; readonly threadId: string }>;
  /** What was sent from the mailbox. */
  readonly sent: () => Promise<
    readonly {
      readonly id: string;
      readonly threadId: string;
      readonly headers: ReadonlyMap<string, string>;
      /** The body as mail programs show it. */
      readonly html: string;
    }[]
  >;
  readonly expireAccess: () => Promise<void>;
  readonly revokeAccess: () => Promise<void>;
  readonly forgetHistory: () => Promise<void>;
  /** Breaks the next request to the provider that matches, once. */
  readonly breakNext: (how: Break, match: (request: Request) => boolean) => void;
  /** Every request to the provider so far, for example `GET /token`. */
  readonly seen: readonly string[];
  readonly close: () => Promise<void>;
}

function address(text: string): EmailAddress {
  const parsed = parseEmailAddress(text);
  if (parsed === undefined) throw new Error(`not an address: ${text}`);
  return parsed;
}

export const ADA = address('ada@customer.example.com');

export function expectOk<T>(result: MailboxResult<T> | { readonly kind: 'gone' | 'asked' }): T {
  if (result.kind !== 'ok') throw new Error(`expected ok, got ${JSON.stringify(result)}`);
  return result.value;
}

/** What tests do with a mailbox, in one word each. */
export function hands(
  { mailbox, address: own }: Pick<MailboxRig, 'mailbox' | 'address'>,
  signal: AbortSignal,
) {
  const written = (key: string, parts: Partial<OutgoingMessage> = {}) => {
    const email = {
      from: { name: 'Rita', address: own },
      to: { name: 'Ada', address: ADA },
      subject: 'Hello',
      text: 'Hi Ada',
      key,
      date: Date.now(),
      ...parts,
    };
    return { email, mime: writeMime(email) };
  };
  const draftFor = async (key: string, parts: Partial<OutgoingMessage> = {}) =>
    expectOk(await mailbox.createDraft({ key, ...written(key, parts) }, signal)).draftId;
  const changes = async (cursor: string, polledAt = Date.now()) =>
    expectOk(await mailbox.changesSince({ cursor, polledAt }, signal));
  return {
    written,
    draftFor,
    changes,
    send: async (key: string) => expectOk(await mailbox.sendDraft(await draftFor(key), signal)),
    cursorNow: async () => expectOk(await mailbox.profile(signal)).cursor,
    /** Reads until there is no more. */
    async readAll(start: string, polledAt = Date.now()) {
      const messages: MessageHead[] = [];
      let cursor = start;
      let calls = 0;
      let resynced = false;
      for (let more = true; more; calls += 1) {
        const part = await changes(cursor, polledAt);
        messages.push(...part.messages);
        ({ cursor, more } = part);
        resynced ||= part.resynced;
      }
      return { messages, cursor, calls, resynced };
    },
  };
}
