import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, expectOk, hands } from '@/test/support/mailbox-rig';
import { address } from '@/test/support/outgoing-messages';
import { connectAt, RITA, startMicrosoft } from '@/test/support/outlook-rig';

const { signal } = new AbortController();

async function aConnection(options: Parameters<typeof startMicrosoft>[0] = {}) {
  const microsoft = startMicrosoft(options);
  const { mailbox, line } = await connectAt(microsoft);
  const use = hands({ mailbox, address: address(RITA) }, signal);
  return { microsoft, mailbox, line, use, box: microsoft.mailboxOf(RITA) };
}

describe('sending through Graph', () => {
  let at: Awaited<ReturnType<typeof aConnection>>;
  beforeEach(async () => {
    at = await aConnection();
  });

  it('sends once when the browser repeats the very request', async () => {
    const { line, microsoft, mailbox, use } = at;
    const draftId = await use.draftFor('k1');
    const sends: (readonly [string, RequestInit | undefined])[] = [];
    line.onRequest((url, init) => {
      if (url.endsWith('/send')) sends.push([url, init]);
    });
    await mailbox.sendDraft(draftId, signal);

    const [sent] = sends;
    if (sent === undefined) throw new Error('nothing was sent');
    const again = await line.fetch(...sent);

    expect(again.status).toBe(404);
    expect(microsoft.sent(RITA)).toHaveLength(1);
  });

  it('says that a message is on its way while it lies in the outbox', async () => {
    const { box, mailbox, microsoft, use } = at;
    box.hold();
    const draftId = await use.draftFor('k1');

    const sent = expectOk(await mailbox.sendDraft(draftId, signal));
    const again = await mailbox.sendDraft(draftId, signal);
    const there = expectOk(await mailbox.hasDraft(draftId, signal));
    const found = expectOk(await mailbox.findSent({ key: 'k1', to: ADA, since: 0 }, signal));
    box.release();

    expect(sent.messageIdHeader).toBeUndefined();
    expect(again).toEqual({ kind: 'gone' });
    expect(there).toBe(false);
    expect(found).toBeUndefined();
    expect(microsoft.sent(RITA)).toHaveLength(1);
    const later = expectOk(await mailbox.findSent({ key: 'k1', to: ADA, since: 0 }, signal));
    expect(later?.threadId).toBe(sent.threadId);
    expect(later?.messageIdHeader).toMatch(/^<.+>$/);
  });

  it('knows the message although its id changed on the way', async () => {
    const { mailbox, microsoft, use } = await aConnection({ idsSurviveSending: false });

    const sent = await use.send('k1');

    expect(sent.messageId).toBe(microsoft.sent(RITA)[0]?.message.immutableId);
    expect(await mailbox.readMessageId(sent.messageId, signal)).toMatchObject({ kind: 'ok' });
  });

  it('leaves a message alone that was sent, when its draft is to be deleted', async () => {
    const { mailbox, microsoft, use } = at;
    const draftId = await use.draftFor('k1');
    await mailbox.sendDraft(draftId, signal);

    expect(await mailbox.deleteDraft(draftId, signal)).toMatchObject({ kind: 'ok' });

    expect(microsoft.sent(RITA)).toHaveLength(1);
  });

  it('does not send what the rep threw away', async () => {
    const { box, mailbox, microsoft, use } = at;
    const draftId = await use.draftFor('k1');
    const draft = box.find(draftId);
    if (draft) box.move(draft, 'deleteditems');

    expect(await mailbox.sendDraft(draftId, signal)).toEqual({ kind: 'gone' });

    expect(microsoft.sent(RITA)).toEqual([]);
  });

  it('sends from an alias, and names an address that is none', async () => {
    const from = (text: string) => ({ from: { name: 'Rita', address: address(text) } });
    const { mailbox, use } = at;
    const alias = await use.draftFor('k1', from('rita.rep@example.com'));
    const stranger = await use.draftFor('k2', from('boss@example.com'));

    expect((await mailbox.sendDraft(alias, signal)).kind).toBe('ok');
    expect(await mailbox.sendDraft(stranger, signal)).toEqual({
      kind: 'refused',
      detail: 'ErrorSendAsDenied',
    });
    expect(expectOk(await mailbox.hasDraft(stranger, signal))).toBe(true);
  });

  it('writes a follow-up although the rep deleted the conversation', async () => {
    const { box, mailbox, microsoft, use } = at;
    const first = await use.send('k1');
    const id = first.messageIdHeader ?? '';
    const message = box.find(first.messageId);
    if (message) box.remove(message);

    const draftId = await use.draftFor('k2', { inReplyTo: id, references: [id] });
    expectOk(await mailbox.sendDraft(draftId, signal));

    expect(microsoft.sent(RITA)[0]?.headers.get('in-reply-to')).toBe(id);
  });

  it('finds a key by its exact letters', async () => {
    const { mailbox, use } = at;
    await use.draftFor('Key:a:0');
    const quoted = await use.draftFor("o'key:a:0");

    expect(expectOk(await mailbox.findDraft('key:a:0', signal))).toBeUndefined();
    expect(expectOk(await mailbox.findDraft("o'key:a:0", signal))).toEqual({ draftId: quoted });
  });
});
