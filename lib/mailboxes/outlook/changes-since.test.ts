import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/instant';
import { hands } from '@/test/support/mailbox-rig';
import { address } from '@/test/support/outgoing-messages';
import { connectAt, RITA, startMicrosoft } from '@/test/support/outlook-rig';

const { signal } = new AbortController();

describe('reading through Graph', () => {
  const microsoft = () => startMicrosoft();
  let at: {
    readonly microsoft: ReturnType<typeof microsoft>;
    readonly use: ReturnType<typeof hands>;
    readonly seen: readonly string[];
    readonly mailbox: Awaited<ReturnType<typeof connectAt>>['mailbox'];
  };
  beforeEach(async () => {
    const started = microsoft();
    const { mailbox, line } = await connectAt(started);
    const use = hands({ mailbox, address: address(RITA) }, signal);
    at = { microsoft: started, mailbox, use, seen: line.seen };
  });

  const subjectsOf = (messages: readonly { readonly headers: ReadonlyMap<string, string> }[]) =>
    messages.map(({ headers }) => headers.get('subject'));
  const write = (subject: string, more: object = {}) =>
    at.microsoft.deliver({ to: RITA, from: 'ada@example.com', subject, text: '', ...more });

  it('sees what a rule files in a folder of any depth, made before or after connecting', async () => {
    const box = at.microsoft.mailboxOf(RITA);
    const before = box.addFolder('inbox');
    const deep = box.addFolder(before.id);
    const cursor = await at.use.cursorNow();
    const after = box.addFolder();

    for (const { id } of [before, deep, after]) write(id, { folder: id });

    const { messages } = await at.use.readAll(cursor);
    expect(subjectsOf(messages).sort()).toEqual([before.id, deep.id, after.id].sort());
  });

  it('reads a quiet folder in its turn, although its counts hide what happened', async () => {
    const box = at.microsoft.mailboxOf(RITA);
    const folders = Array.from({ length: 7 }, () => box.addFolder());
    const old = folders.map(({ id }) => write('old', { folder: id }));
    let cursor = await at.use.cursorNow();
    folders.forEach(({ id }, index) => {
      const message = old[index];
      if (message) box.remove(message);
      write(`new ${index}`, { folder: id });
    });

    const found: (string | undefined)[] = [];
    for (let poll = 0; poll < 6; poll += 1) {
      const part = await at.use.readAll(cursor);
      found.push(...subjectsOf(part.messages));
      ({ cursor } = part);
    }

    expect(found.sort()).toEqual(folders.map((_, index) => `new ${index}`));
  });

  it('asks for little where nothing happened', async () => {
    const cursor = await at.use.cursorNow();
    const before = at.seen.length;

    await at.use.changes(cursor);

    // The folders, three that are always read, and the two whose turn it is.
    expect(at.seen.length - before).toBeLessThanOrEqual(6);
  });

  it('does not tell old mail again because somebody moved it', async () => {
    const box = at.microsoft.mailboxOf(RITA);
    const old = write('old', { headers: { Date: new Date(Date.now() - 9 * DAY).toUTCString() } });
    const cursor = await at.use.cursorNow();

    box.move(old, 'archive');
    box.touch(old);

    expect((await at.use.readAll(cursor)).messages).toEqual([]);
  });

  it('goes on without a folder that was deleted while it was read', async () => {
    const box = at.microsoft.mailboxOf(RITA);
    const folder = box.addFolder();
    const cursor = await at.use.cursorNow();
    box.folders.splice(box.folders.indexOf(folder), 1);
    write('1');

    expect(subjectsOf((await at.use.readAll(cursor)).messages)).toEqual(['1']);
  });

  it('fills in the headers of what never went over the wire', async () => {
    const cursor = await at.use.cursorNow();
    const first = await at.use.send('k1');
    const id = first.messageIdHeader ?? '';
    const draftId = await at.use.draftFor('k2', { inReplyTo: id, references: [id] });
    await at.mailbox.sendDraft(draftId, signal);

    const head = (await at.use.readAll(cursor)).messages.at(-1);

    expect(head).toMatchObject({ own: true, threadId: first.threadId });
    expect(Object.fromEntries(head?.headers ?? [])).toMatchObject({
      from: '"Rita" <rita@example.com>',
      to: '"Ada" <ada@customer.example.com>',
      subject: 'Hello',
      'in-reply-to': id,
      references: id,
    });
  });

  it('takes a report that Exchange wrote for a report', async () => {
    const cursor = await at.use.cursorNow();
    const report = write('Undeliverable: Hello');
    report.properties = [{ id: 'String 0x001a', value: 'REPORT.IPM.Note.NDR' }];

    const [head] = (await at.use.changes(cursor)).messages;

    expect(head?.headers.get('content-type')).toMatch(/^multipart\/report; report-type=delivery/);
  });

  it('starts anew from a cursor that is none of ours', async () => {
    write('1');

    const part = await at.use.readAll('from another version');

    expect(part.resynced).toBe(true);
    expect(subjectsOf(part.messages)).toEqual(['1']);
  });
});
