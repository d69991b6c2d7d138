import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Abilities, ADA, expectOk, hands, type MailboxRig } from './mailbox-rig';

/** Draft first, then exactly that draft, exactly once. */
export function describeSending(
  name: string,
  open: () => Promise<MailboxRig>,
  can: Abilities,
): void {
  describe(`the ${name} mailbox, sending`, () => {
    let rig: MailboxRig;
    let use: ReturnType<typeof hands>;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      use = hands(rig, signal);
    });
    afterEach(() => rig.close());

    it('keeps a draft without sending it', async () => {
      const draftId = await use.draftFor('k1');

      expect(expectOk(await rig.mailbox.hasDraft(draftId, signal))).toBe(true);
      expect(await rig.sent()).toEqual([]);
    });

    it('finds a draft by our key, and only that one', async () => {
      await use.draftFor('k1');
      const wanted = await use.draftFor('k2');
      await use.draftFor('k3');

      expect(expectOk(await rig.mailbox.findDraft('k2', signal))).toEqual({ draftId: wanted });
      expect(expectOk(await rig.mailbox.findDraft('k', signal))).toBeUndefined();
    });

    it('sends a draft with everything that was written into it', async () => {
      const sent = await use.send('k1');

      const [message, ...others] = await rig.sent();
      expect(others).toEqual([]);
      expect(message?.id).toBe(sent.messageId);
      expect(message?.threadId).toBe(sent.threadId);
      expect(message?.headers.get('to')).toBe('Ada <ada@customer.example.com>');
      expect(message?.headers.get('subject')).toBe('Hello');
      expect(message?.headers.get('x-sequence-overlay-key')).toBe('k1');
      if (!can.read) return;
      expect(sent.messageIdHeader).toBe(message?.headers.get('message-id'));
      expect(sent.messageIdHeader).toMatch(/^<.+>$/);
    });

    it('never sends a draft twice', async () => {
      const draftId = await use.draftFor('k1');
      await rig.mailbox.sendDraft(draftId, signal);

      expect(await rig.mailbox.sendDraft(draftId, signal)).toEqual({ kind: 'gone' });
      expect(await rig.sent()).toHaveLength(1);
    });

    it('sends once when it is asked twice at the same time', async () => {
      const draftId = await use.draftFor('k1');

      const answers = await Promise.all([1, 2].map(() => rig.mailbox.sendDraft(draftId, signal)));

      expect(answers.map(({ kind }) => kind).sort()).toEqual(['gone', 'ok']);
      expect(await rig.sent()).toHaveLength(1);
    });

    it('has no draft any more once it was sent', async () => {
      const draftId = await use.draftFor('k1');
      await rig.mailbox.sendDraft(draftId, signal);

      expect(expectOk(await rig.mailbox.hasDraft(draftId, signal))).toBe(false);
      expect(expectOk(await rig.mailbox.findDraft('k1', signal))).toBeUndefined();
    });

    it('deletes a draft, which can then not be sent, and may be told so twice', async () => {
      const draftId = await use.draftFor('k1');

      expect(await rig.mailbox.deleteDraft(draftId, signal)).toMatchObject({ kind: 'ok' });
      expect(await rig.mailbox.deleteDraft(draftId, signal)).toMatchObject({ kind: 'ok' });
      expect(await rig.mailbox.sendDraft(draftId, signal)).toEqual({ kind: 'gone' });
      expect(await rig.sent()).toEqual([]);
    });

    it('finds what was sent by our key, and only that', async () => {
      const since = Date.now();
      await use.send('k1');
      const wanted = await use.send('k2');
      await use.draftFor('k3');
      const find = async (key: string) =>
        expectOk(await rig.mailbox.findSent({ key, to: ADA, since }, signal));

      expect(await find('k2')).toEqual(wanted);
      expect(await find('k3')).toBeUndefined();
    });

    if (can.read)
      it('reads the Message-ID of a sent message again', async () => {
        const { messageId, messageIdHeader } = await use.send('k1');

        expect(expectOk(await rig.mailbox.readMessageId(messageId, signal))).toBe(messageIdHeader);
        expect(
          expectOk(await rig.mailbox.readMessageId('no-such-message', signal)),
        ).toBeUndefined();
      });

    if (can.read)
      it('keeps a follow-up in the conversation', async () => {
        const first = await use.send('k1');
        const id = first.messageIdHeader ?? '';
        const again = use.written('k2', { inReplyTo: id, references: [id], text: 'Again' });
        const { threadId } = first;

        const draft = expectOk(
          await rig.mailbox.createDraft({ key: 'k2', ...again, threadId }, signal),
        );
        const second = expectOk(await rig.mailbox.sendDraft(draft.draftId, signal));

        expect(second.threadId).toBe(first.threadId);
        const message = (await rig.sent()).find((one) => one.id === second.messageId);
        expect(message?.headers.get('in-reply-to')).toBe(id);
        expect(message?.headers.get('references')).toBe(id);
        expect(message?.headers.get('subject')).toBe('Hello');
      });
  });
}
