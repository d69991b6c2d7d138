import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/instant';
import type { Break } from './breakable-fetch';
import { ADA, expectOk, hands, type MailboxRig } from './mailbox-rig';

const BREAKS: readonly Break[] = ['lost', 'offline', 'busy', 'throttled'];

/** The request that makes a message leave, at whichever provider. */
const isSend = (request: Request) => request.method === 'POST' && /\/send$/.test(request.url);
const isPost = (request: Request) => request.method === 'POST';
const any = () => true;

/** Whatever breaks on the way, an email leaves once, and what happened can be found out. */
export function describeFaults(name: string, open: () => Promise<MailboxRig>): void {
  describe(`the ${name} mailbox, on a bad line`, () => {
    let rig: MailboxRig;
    let use: ReturnType<typeof hands>;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      use = hands(rig, signal);
    });
    afterEach(() => rig.close());

    it.each(BREAKS)('sends once when the send is %s, asked about and repeated', async (how) => {
      const draftId = await use.draftFor('k1');
      rig.breakNext(how, isSend);

      const first = await rig.mailbox.sendDraft(draftId, signal);
      const there = expectOk(await rig.mailbox.hasDraft(draftId, signal));
      const second = await rig.mailbox.sendDraft(draftId, signal);

      const hasLeft = how === 'lost';
      expect(first.kind).toBe(
        how === 'busy' ? 'unavailable' : how === 'throttled' ? 'throttled' : 'offline',
      );
      expect(there).toBe(!hasLeft);
      expect(second.kind).toBe(hasLeft ? 'gone' : 'ok');
      expect(await rig.sent()).toHaveLength(1);
    });

    it('finds in Sent what left while its answer was lost', async () => {
      const since = Date.now();
      const draftId = await use.draftFor('k1');
      rig.breakNext('lost', isSend);
      await rig.mailbox.sendDraft(draftId, signal);

      const found = expectOk(await rig.mailbox.findSent({ key: 'k1', to: ADA, since }, signal));

      expect(found?.messageId).toBe((await rig.sent())[0]?.id);
      expect(found?.messageIdHeader).toMatch(/^<.+>$/);
    });

    it('finds a draft whose answer was lost, by our key', async () => {
      rig.breakNext('lost', isPost);

      const created = await rig.mailbox.createDraft({ key: 'k1', ...use.written('k1') }, signal);
      const found = expectOk(await rig.mailbox.findDraft('k1', signal));

      expect(created.kind).toBe('offline');
      expect(expectOk(await rig.mailbox.hasDraft(found?.draftId ?? '', signal))).toBe(true);
    });

    it('never asks twice to send, whatever the answer', async () => {
      for (const how of BREAKS) {
        const draftId = await use.draftFor(`k-${how}`);
        const before = rig.seen.length;
        rig.breakNext(how, isSend);

        await rig.mailbox.sendDraft(draftId, signal);

        const sends = rig.seen.slice(before).filter((line) => /^POST .*\/send$/.test(line));
        expect(sends).toHaveLength(1);
      }
    });

    it('renews a token that is refused in the middle of a send, and sends once', async () => {
      const draftId = await use.draftFor('k1');
      rig.breakNext('tokenRefused', isSend);

      const sent = await rig.mailbox.sendDraft(draftId, signal);

      expect(sent.kind).toBe('ok');
      expect(await rig.sent()).toHaveLength(1);
    });

    it('says when to come back, and has done nothing', async () => {
      rig.breakNext('throttled', isPost);
      const before = Date.now();

      const answer = await rig.mailbox.createDraft({ key: 'k1', ...use.written('k1') }, signal);

      if (answer.kind !== 'throttled') throw new Error(answer.kind);
      expect(answer.retryAt).toBeGreaterThanOrEqual(before + MINUTE);
      expect(answer.retryAt).toBeLessThan(before + 2 * MINUTE);
      expect(expectOk(await rig.mailbox.findDraft('k1', signal))).toBeUndefined();
    });

    it.each(BREAKS)('does not take "%s" for "there is nothing"', async (how) => {
      const cursor = await use.cursorNow();
      const draftId = await use.draftFor('k1');
      await rig.deliver({ from: 'a@example.com', subject: '1', text: '' });
      const asked = async (question: () => Promise<{ readonly kind: string }>) => {
        rig.breakNext(how, any);
        return (await question()).kind;
      };

      const kinds = [
        await asked(() => rig.mailbox.hasDraft(draftId, signal)),
        await asked(() => rig.mailbox.findDraft('k1', signal)),
        await asked(() => rig.mailbox.findSent({ key: 'k1', to: ADA, since: 0 }, signal)),
        await asked(() => rig.mailbox.readMessageId('AAkALx=', signal)),
        await asked(() => rig.mailbox.readText('AAkALx=', signal)),
        await asked(() => rig.mailbox.changesSince({ cursor, polledAt: Date.now() }, signal)),
        await asked(() => rig.mailbox.profile(signal)),
      ];

      expect(kinds).not.toContain('ok');
      expect((await use.changes(cursor)).messages).toHaveLength(1);
    });
  });
}
