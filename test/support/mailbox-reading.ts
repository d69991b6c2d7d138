import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time/instant';
import { expectOk, hands, type MailboxRig } from './mailbox-rig';

/** A stand-in of a provider takes a hundred letters one by one. */
const MANY = 30_000;

/** Everything that arrives is seen, whatever the provider forgets. */
export function describeReading(name: string, open: () => Promise<MailboxRig>): void {
  describe(`the ${name} mailbox, reading`, () => {
    let rig: MailboxRig;
    let use: ReturnType<typeof hands>;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      use = hands(rig, signal);
    });
    afterEach(() => rig.close());

    it('notices an answer in the conversation, with what tells it from an automatic one', async () => {
      const { threadId, messageIdHeader = '' } = await use.send('k1');
      const cursor = await use.cursorNow();
      await rig.deliver({
        from: 'Ada <ada@customer.example.com>',
        subject: 'Re: Hello',
        text: 'Yes!',
        inReplyTo: messageIdHeader,
        headers: { 'Auto-Submitted': 'no' },
      });

      const { messages, resynced, more } = await use.changes(cursor);

      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ threadId, own: false });
      expect(messages[0]?.headers.get('in-reply-to')).toBe(messageIdHeader);
      expect(messages[0]?.headers.get('from')).toBe('Ada <ada@customer.example.com>');
      expect(messages[0]?.headers.get('auto-submitted')).toBe('no');
      expect({ resynced, more }).toEqual({ resynced: false, more: false });
    });

    it('reads what a message says, whom to answer, and whether it lies in spam', async () => {
      const cursor = await use.cursorNow();
      const text = 'Name: Zoë\r\nEmail: zoe@customer.example.com';
      const from = 'Forms <forms@example.com>';
      const headers = { 'Reply-To': 'zoe@customer.example.com' };
      await rig.deliver({ from, subject: 'A form', text, headers });
      await rig.deliver({ from, subject: 'A trick', text: 'No.', asSpam: true });

      const [form, trick] = (await use.changes(cursor)).messages;

      expect(form?.headers.get('reply-to')).toBe('zoe@customer.example.com');
      expect([form?.junk ?? false, trick?.junk ?? false]).toEqual([false, true]);
      const read = expectOk(await rig.mailbox.readText(form?.messageId ?? '', signal));
      expect(read?.replaceAll('\r\n', '\n')).toBe('Name: Zoë\nEmail: zoe@customer.example.com');
      expect(await rig.mailbox.readText('ffffffffffffffff', signal)).toEqual({
        kind: 'ok',
        value: undefined,
      });
    });

    it('tells everything once: the next call starts where this one ended', async () => {
      const start = await use.cursorNow();
      await rig.deliver({ from: 'a@example.com', subject: '1', text: '' });
      const { cursor, messages } = await use.changes(start);
      await rig.deliver({ from: 'b@example.com', subject: '2', text: '' });

      const next = await use.changes(cursor);

      const subjects = [messages, next.messages].map((l) => l.map((m) => m.headers.get('subject')));
      expect(subjects).toEqual([['1'], ['2']]);
      expect((await use.changes(next.cursor)).messages).toEqual([]);
    });

    it("marks the account's own mail and leaves drafts out", async () => {
      const cursor = await use.cursorNow();
      await use.draftFor('k1');
      const { messageId } = await use.send('k2');

      const { messages } = await use.readAll(cursor);

      expect(messages.map((one) => [one.messageId, one.own])).toEqual([[messageId, true]]);
      expect(messages[0]?.headers.get('x-sequence-overlay-key')).toBe('k2');
    });

    it('reads a flood of mail in several calls and loses none', { timeout: MANY }, async () => {
      const cursor = await use.cursorNow();
      const subjects = Array.from({ length: 120 }, (_, n) => `n${n}`);
      for (const subject of subjects) {
        await rig.deliver({ from: 'a@example.com', subject, text: '' });
      }

      const { messages, calls } = await use.readAll(cursor);

      expect(messages.map((one) => one.headers.get('subject'))).toEqual(subjects);
      expect(calls).toBeGreaterThan(1);
    });

    it('reads recent mail in full when the provider has forgotten our place', {
      timeout: MANY,
    }, async () => {
      const polledAt = Date.now();
      const cursor = await use.cursorNow();
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

      const all = await use.readAll(cursor, polledAt);

      expect(all.resynced).toBe(true);
      expect(new Set(all.messages.map((m) => m.headers.get('subject')))).toEqual(new Set(asked));
      await rig.deliver({ from: 'b@example.com', subject: 'later', text: '' });
      const after = await use.changes(all.cursor);
      expect(after.resynced).toBe(false);
      expect(after.messages.map((m) => m.headers.get('subject'))).toEqual(['later']);
    });
  });
}
