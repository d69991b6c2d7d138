import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, expectOk, hands, type MailboxRig } from './mailbox-rig';

/** A mailbox that cannot read says so by finding nothing, and never by failing. */
export function describeBlindness(name: string, open: () => Promise<MailboxRig>): void {
  describe(`the ${name} mailbox, which cannot read`, () => {
    let rig: MailboxRig;
    let use: ReturnType<typeof hands>;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      use = hands(rig, signal);
    });
    afterEach(() => rig.close());

    it('lists nothing, whatever left it, and keeps its place', async () => {
      const cursor = await use.cursorNow();
      await use.send('k1');

      expect(await use.changes(cursor)).toEqual({
        messages: [],
        cursor,
        more: false,
        resynced: false,
      });
    });

    it('knows no text and no Message-ID of what it sent', async () => {
      const { messageId, messageIdHeader } = await use.send('k1');

      expect(messageIdHeader).toBeUndefined();
      expect(expectOk(await rig.mailbox.readMessageId(messageId, signal))).toBeUndefined();
      expect(expectOk(await rig.mailbox.readText(messageId, signal))).toBeUndefined();
    });

    it('keeps a follow-up with its first email all the same', async () => {
      const first = await use.send('k1');
      const again = use.written('k2', { text: 'Again' });
      const draft = expectOk(
        await rig.mailbox.createDraft({ key: 'k2', ...again, threadId: first.threadId }, signal),
      );
      await rig.mailbox.sendDraft(draft.draftId, signal);

      const since = Date.now() - 1_000;
      const sent = expectOk(await rig.mailbox.findSent({ key: 'k2', to: ADA, since }, signal));

      expect(sent?.threadId).toBe(first.threadId);
    });
  });
}
