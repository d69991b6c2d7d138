import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmailAddress, parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { writeMime } from '@/lib/domain/message/mime';
import type { OutgoingMessage } from '@/lib/domain/message/outgoing-message';
import type { Mailbox, MailboxResult } from '@/lib/mailboxes/mailbox';
import { HOUR } from '@/lib/time/instant';

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
    }[]
  >;
  readonly expireAccess: () => Promise<void>;
  readonly revokeAccess: () => Promise<void>;
  readonly forgetHistory: () => Promise<void>;
  readonly close: () => Promise<void>;
}

function address(text: string): EmailAddress {
  const parsed = parseEmailAddress(text);
  if (parsed === undefined) throw new Error(`not an address: ${text}`);
  return parsed;
}

const ADA = address('ada@customer.example.com');

function expectOk<T>(result: MailboxResult<T> | { readonly kind: 'gone' }): T {
  if (result.kind !== 'ok') throw new Error(`expected ok, got ${JSON.stringify(result)}`);
  return result.value;
}

/** Every provider's mailbox behaves like this, or sequences cannot rely on it. */
export function describeMailbox(name: string, open: () => Promise<MailboxRig>): void {
  describe(`the ${name} mailbox`, () => {
    let rig: MailboxRig;
    let mailbox: Mailbox;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      mailbox = rig.mailbox;
    });
    afterEach(() => rig.close());

    const mimeFor = (key: string, parts: Partial<OutgoingMessage> = {}) =>
      writeMime({
        from: { name: 'Rita', address: rig.address },
        to: { name: 'Ada', address: ADA },
        subject: 'Hello',
        text: 'Hi Ada',
        key,
        date: Date.now(),
        ...parts,
      });
    const draftFor = async (key: string) =>
      expectOk(await mailbox.createDraft({ key, mime: mimeFor(key) }, signal)).draftId;
    const send = async (key: string) =>
      expectOk(await mailbox.sendDraft(await draftFor(key), signal));
    const changes = async (cursor: string, polledAt = Date.now()) =>
      expectOk(await mailbox.changesSince({ cursor, polledAt }, signal));
    const cursorNow = async () => expectOk(await mailbox.profile(signal)).cursor;

    /** Reads until there is no more. */
    async function readAll(start: string, polledAt = Date.now()) {
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
    }

    it('says whose it is and which address it sends from', async () => {
      const profile = expectOk(await mailbox.profile(signal));

      expect(profile.address).toBe(rig.address);
      expect(profile.addresses[0]?.address).toBe(rig.address);
      expect(profile.addresses.filter(({ isDefault }) => isDefault)).toHaveLength(1);
      expect(profile.dailyLimit).toBeGreaterThan(0);
    });

    it('keeps a draft without sending it', async () => {
      const draftId = await draftFor('k1');

      expect(expectOk(await mailbox.hasDraft(draftId, signal))).toBe(true);
      expect(await rig.sent()).toEqual([]);
    });

    it('finds a draft by our key, and only that one', async () => {
      await draftFor('k1');
      const wanted = await draftFor('k2');
      await draftFor('k3');

      expect(expectOk(await mailbox.findDraft('k2', signal))).toEqual({ draftId: wanted });
      expect(expectOk(await mailbox.findDraft('k', signal))).toBeUndefined();
    });

    it('sends a draft with everything that was written into it', async () => {
      const sent = await send('k1');

      const [message, ...others] = await rig.sent();
      expect(others).toEqual([]);
      expect(message?.id).toBe(sent.messageId);
      expect(message?.threadId).toBe(sent.threadId);
      expect(message?.headers.get('to')).toBe('Ada <ada@customer.example.com>');
      expect(message?.headers.get('subject')).toBe('Hello');
      expect(message?.headers.get('x-sequence-overlay-key')).toBe('k1');
      expect(sent.messageIdHeader).toBe(message?.headers.get('message-id'));
      expect(sent.messageIdHeader).toMatch(/^<.+>$/);
    });

    it('never sends a draft twice', async () => {
      const draftId = await draftFor('k1');
      await mailbox.sendDraft(draftId, signal);

      expect(await mailbox.sendDraft(draftId, signal)).toEqual({ kind: 'gone' });
      expect(await rig.sent()).toHaveLength(1);
    });

    it('sends once when it is asked twice at the same time', async () => {
      const draftId = await draftFor('k1');

      const answers = await Promise.all([1, 2].map(() => mailbox.sendDraft(draftId, signal)));

      expect(answers.map(({ kind }) => kind).sort()).toEqual(['gone', 'ok']);
      expect(await rig.sent()).toHaveLength(1);
    });

    it('has no draft any more once it was sent', async () => {
      const draftId = await draftFor('k1');
      await mailbox.sendDraft(draftId, signal);

      expect(expectOk(await mailbox.hasDraft(draftId, signal))).toBe(false);
      expect(expectOk(await mailbox.findDraft('k1', signal))).toBeUndefined();
    });

    it('deletes a draft, which can then not be sent, and may be told so twice', async () => {
      const draftId = await draftFor('k1');

      expect(await mailbox.deleteDraft(draftId, signal)).toMatchObject({ kind: 'ok' });
      expect(await mailbox.deleteDraft(draftId, signal)).toMatchObject({ kind: 'ok' });
      expect(await mailbox.sendDraft(draftId, signal)).toEqual({ kind: 'gone' });
      expect(await rig.sent()).toEqual([]);
    });

    it('finds what was sent by our key, and only that', async () => {
      const since = Date.now();
      await send('k1');
      const wanted = await send('k2');
      await draftFor('k3');
      const find = async (key: string) =>
        expectOk(await mailbox.findSent({ key, to: ADA, since }, signal));

      expect(await find('k2')).toEqual(wanted);
      expect(await find('k3')).toBeUndefined();
    });

    it('reads the Message-ID of a sent message again', async () => {
      const { messageId, messageIdHeader } = await send('k1');

      expect(expectOk(await mailbox.readMessageId(messageId, signal))).toBe(messageIdHeader);
      expect(expectOk(await mailbox.readMessageId('no-such-message', signal))).toBeUndefined();
    });

    it('keeps a follow-up in the conversation', async () => {
      const first = await send('k1');
      const id = first.messageIdHeader ?? '';
      const mime = mimeFor('k2', { inReplyTo: id, references: [id], text: 'Again' });

      const draft = expectOk(
        await mailbox.createDraft({ key: 'k2', mime, threadId: first.threadId }, signal),
      );
      const second = expectOk(await mailbox.sendDraft(draft.draftId, signal));

      expect(second.threadId).toBe(first.threadId);
      const message = (await rig.sent()).find((one) => one.id === second.messageId);
      expect(message?.headers.get('in-reply-to')).toBe(id);
      expect(message?.headers.get('references')).toBe(id);
      expect(message?.headers.get('subject')).toBe('Hello');
    });

    it('notices an answer in the conversation, with what tells it from an automatic one', async () => {
      const { threadId, messageIdHeader = '' } = await send('k1');
      const cursor = await cursorNow();
      await rig.deliver({
        from: 'Ada <ada@customer.example.com>',
        subject: 'Re: Hello',
        text: 'Yes!',
        inReplyTo: messageIdHeader,
        headers: { 'Auto-Submitted': 'no' },
      });

      const { messages, resynced, more } = await changes(cursor);

      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ threadId, own: false });
      expect(messages[0]?.headers.get('in-reply-to')).toBe(messageIdHeader);
      expect(messages[0]?.headers.get('from')).toBe('Ada <ada@customer.example.com>');
      expect(messages[0]?.headers.get('auto-submitted')).toBe('no');
      expect({ resynced, more }).toEqual({ resynced: false, more: false });
    });

    it('tells everything once: the next call starts where this one ended', async () => {
      const start = await cursorNow();
      await rig.deliver({ from: 'a@example.com', subject: '1', text: '' });
      const { cursor, messages } = await changes(start);
      await rig.deliver({ from: 'b@example.com', subject: '2', text: '' });

      const next = await changes(cursor);

      const subjects = [messages, next.messages].map((l) => l.map((m) => m.headers.get('subject')));
      expect(subjects).toEqual([['1'], ['2']]);
      expect((await changes(next.cursor)).messages).toEqual([]);
    });

    it("marks the account's own mail and leaves drafts out", async () => {
      const cursor = await cursorNow();
      await draftFor('k1');
      const { messageId } = await send('k2');

      const { messages } = await readAll(cursor);

      expect(messages.map((one) => [one.messageId, one.own])).toEqual([[messageId, true]]);
    });

    it('reads a flood of mail in several calls and loses none', async () => {
      const cursor = await cursorNow();
      const subjects = Array.from({ length: 120 }, (_, n) => `n${n}`);
      for (const subject of subjects) {
        await rig.deliver({ from: 'a@example.com', subject, text: '' });
      }

      const { messages, calls } = await readAll(cursor);

      expect(messages.map((one) => one.headers.get('subject'))).toEqual(subjects);
      expect(calls).toBeGreaterThan(1);
    });

    it('reads recent mail in full when the provider has forgotten our place', async () => {
      const polledAt = Date.now();
      const cursor = await cursorNow();
      const asked = Array.from({ length: 60 }, (_, n) => `n${n}`);
      for (const subject of asked) {
        await rig.deliver({ from: 'a@example.com', subject, text: '', asSpam: subject === 'n7' });
      }
      await rig.deliver({
        from: 'old@example.com',
        subject: 'long ago',
        text: '',
        headers: { Date: new Date(polledAt - 48 * HOUR).toUTCString() },
      });
      await rig.forgetHistory();

      const all = await readAll(cursor, polledAt);

      expect(all.resynced).toBe(true);
      expect(new Set(all.messages.map((m) => m.headers.get('subject')))).toEqual(new Set(asked));
      await rig.deliver({ from: 'b@example.com', subject: 'later', text: '' });
      const after = await changes(all.cursor);
      expect(after.resynced).toBe(false);
      expect(after.messages.map((m) => m.headers.get('subject'))).toEqual(['later']);
    });

    it('goes on by itself when the access token has run out', async () => {
      await rig.expireAccess();

      const results = await Promise.all([1, 2, 3].map(() => mailbox.profile(signal)));

      expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    });

    it('says that access was revoked, and does nothing', async () => {
      const cursor = await cursorNow();
      const draftId = await draftFor('k1');
      await rig.revokeAccess();

      const answers = [
        await mailbox.sendDraft(draftId, signal),
        await mailbox.createDraft({ key: 'k2', mime: mimeFor('k2') }, signal),
        await mailbox.hasDraft(draftId, signal),
        await mailbox.changesSince({ cursor, polledAt: Date.now() }, signal),
        await mailbox.profile(signal),
      ];

      expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['revoked']));
      expect(await rig.sent()).toEqual([]);
    });

    it('ends with its signal', async () => {
      const reason = new Error('the worker stops');

      await expect(mailbox.profile(AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
