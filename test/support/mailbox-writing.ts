import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsubscribeHeader } from '@/lib/domain/message/unsubscribe';
import { expectOk, hands, type MailboxRig } from './mailbox-rig';

/** What is written into a message arrives, and nothing else does. */
export function describeWriting(name: string, open: () => Promise<MailboxRig>): void {
  describe(`the ${name} mailbox, what it writes`, () => {
    let rig: MailboxRig;
    let use: ReturnType<typeof hands>;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      use = hands(rig, signal);
    });
    afterEach(() => rig.close());

    const sentWith = async (parts: Parameters<typeof use.draftFor>[1]) => {
      expectOk(await rig.mailbox.sendDraft(await use.draftFor('k1', parts), signal));
      const [message] = await rig.sent();
      if (message === undefined) throw new Error('nothing was sent');
      return message;
    };

    it('puts the signature under the text, and the closing line under both', async () => {
      const { html } = await sentWith({
        text: 'Hi Ada <3',
        signature: '<b>Rita</b> &amp; team',
        closing: 'Not interested?',
      });

      expect(html.replace(/\s+/g, ' ')).toMatch(
        /Hi Ada &lt;3.*<b>Rita<\/b> &amp; team.*Not interested\?/,
      );
    });

    it('carries the header behind the "unsubscribe" button', async () => {
      const header = unsubscribeHeader(rig.address, 'k1');

      const { headers } = await sentWith({ headers: [header] });

      expect(headers.get('list-unsubscribe')).toBe(header.value);
    });

    it.each([
      'Ada\r\nBcc: eve@example.com',
      '"Ada" <eve@example.com>, x',
      'Ada; eve@example.com',
    ])('writes to nobody else, whatever a name says: %j', async (hostile) => {
      const { written } = use;
      const to = { ...written('k1').email.to, name: hostile };

      const { headers } = await sentWith({ to, subject: hostile });

      expect(headers.get('to')).toContain('<ada@customer.example.com>');
      expect(headers.has('bcc')).toBe(false);
      expect([...headers.values()].join('\n')).not.toMatch(/^bcc:/im);
    });

    it('leaves out what is no message id, and still sends', async () => {
      const { headers } = await sentWith({ inReplyTo: 'not an id', references: ['<ok@x>', 'no'] });

      expect(headers.get('in-reply-to')).toBeUndefined();
      expect(headers.get('references')).toBe('<ok@x>');
    });

    it('tells the same once more when it is asked from the same place again', async () => {
      const cursor = await use.cursorNow();
      await rig.deliver({ from: 'a@example.com', subject: '1', text: '' });

      const [once, again] = [await use.changes(cursor), await use.changes(cursor)];

      expect(again.messages).toEqual(once.messages);
      expect(once.messages).toHaveLength(1);
    });
  });
}
