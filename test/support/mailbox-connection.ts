import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Abilities, expectOk, hands, type MailboxRig } from './mailbox-rig';

/** Whose mailbox it is, and what happens when access ends. */
export function describeConnection(
  name: string,
  open: () => Promise<MailboxRig>,
  can: Abilities,
): void {
  describe(`the ${name} mailbox, its connection`, () => {
    let rig: MailboxRig;
    let use: ReturnType<typeof hands>;
    const { signal } = new AbortController();

    beforeEach(async () => {
      rig = await open();
      use = hands(rig, signal);
    });
    afterEach(() => rig.close());

    it('says whose it is and which address it sends from', async () => {
      const profile = expectOk(await rig.mailbox.profile(signal));

      expect(profile.address).toBe(rig.address);
      expect(profile.addresses[0]?.address).toBe(rig.address);
      expect(profile.addresses.filter(({ isDefault }) => isDefault)).toHaveLength(1);
      expect(profile.dailyLimit).toBeGreaterThan(0);
    });

    if (can.access)
      it('goes on by itself when the access token has run out', async () => {
        await rig.expireAccess();

        const results = await Promise.all([1, 2, 3].map(() => rig.mailbox.profile(signal)));

        expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
      });

    if (can.access)
      it('says that access was revoked, and does nothing', async () => {
        const cursor = await use.cursorNow();
        const draftId = await use.draftFor('k1');
        await rig.revokeAccess();

        const answers = [
          await rig.mailbox.sendDraft(draftId, signal),
          await rig.mailbox.createDraft({ key: 'k2', ...use.written('k2') }, signal),
          await rig.mailbox.hasDraft(draftId, signal),
          await rig.mailbox.changesSince({ cursor, polledAt: Date.now() }, signal),
          await rig.mailbox.profile(signal),
        ];

        expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['revoked']));
        expect(await rig.sent()).toEqual([]);
      });

    it('ends with its signal', async () => {
      const reason = new Error('the worker stops');

      await expect(rig.mailbox.profile(AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
