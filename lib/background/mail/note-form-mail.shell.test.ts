import { beforeEach, describe, expect, test } from 'vitest';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { HOUR } from '@/lib/time/instant';
import { aSender, NOW } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import { aTaskAction, aWorkflow } from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { watchMailbox } from './watch-mailbox';

const FORMS = 'Website <forms@tool.example.com>';
const never = new AbortController().signal;

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
  at.world.settings = {
    ...at.world.settings,
    formRules: [
      { form: 'Demo request', from: 'forms@tool.example.com', subjectContains: 'demo' },
      { form: 'Any other form', from: '@tool.example.com', subjectContains: '' },
    ],
  };
});

let arrived = 0;
function aMail(
  headers: Readonly<Record<string, string>>,
  overrides: Partial<MessageHead> = {},
): MessageHead {
  arrived += 1;
  const all = { from: FORMS, to: 'rep@example.com', subject: 'A demo, please', ...headers };
  const head = { messageId: `m${arrived}`, threadId: `t${arrived}`, at: NOW + HOUR, own: false };
  return { ...head, headers: new Map(Object.entries(all)), ...overrides };
}
async function read(message: MessageHead, text?: string, mailbox?: Partial<Mailbox>) {
  if (text !== undefined) at.world.provider.texts.set(message.messageId, text);
  at.world.provider.inbox.push(message);
  const life = at.world.life();
  const deps = { ...life, mailboxOf: () => ({ ...at.world.provider.mailbox, ...mailbox }) };
  return watchMailbox(
    { ...deps, exit: (id, reason) => exitEnrollment(life, id, reason) },
    aSender(),
    never,
  );
}
const contacts = async () => (await at.world.database()).getAll('contacts');
const forms = async () =>
  (await (await at.world.database()).getAll('workflowEvents')).flatMap(({ event }) =>
    event.type === 'formSubmitted' ? [event.form] : [],
  );

describe("a form's mail", () => {
  test('makes a contact of whom an answer would go to, who has engaged', async () => {
    await read(aMail({ 'reply-to': 'Ada Lovelace <ada@example.com>' }));

    expect(await contacts()).toMatchObject([
      { name: 'Ada Lovelace', emails: ['ada@example.com'], engagedAt: NOW + HOUR },
    ]);
    expect(await contacts()).not.toMatchObject([{ importedAt: expect.anything() }]);
    expect(await forms()).toEqual(['Demo request']);
    expect(await at.journal('formSubmitted')).toMatchObject([{ form: 'Demo request' }]);
  });

  test('names the person in its text where nobody is to be answered', async () => {
    const text = 'Name: Ada Lovelace\nEmail: ada@example.com\nCompany: Engines';
    await read(aMail({ 'reply-to': 'noreply@tool.example.com' }), text);

    expect(await contacts()).toMatchObject([
      { name: 'Ada Lovelace', emails: ['ada@example.com'], company: 'Engines' },
    ]);
  });

  test('starts the workflow that waits for this form', async () => {
    const waitingFor = (form: string) =>
      aWorkflow({
        trigger: { kind: 'event', event: { type: 'formSubmitted', form }, groups: [] },
        actions: [aTaskAction('task-1')],
      });
    await at.switchOn(waitingFor('Demo request'));
    await read(aMail({ 'reply-to': 'ada@example.com' }));
    await read(aMail({ 'reply-to': 'zoe@example.com', subject: 'Newsletter' }));
    await at.work();

    expect(await forms()).toEqual([]);
    expect(await at.runs()).toEqual(['id-1: finished']);
  });

  test('brings what is new about somebody known, and loses nothing', async () => {
    const known = await at.meet('ada', { properties: { stage: 'new' } });
    await read(aMail({ 'reply-to': known.emails.join() }), 'Company: Engines');

    expect(await contacts()).toMatchObject([
      { name: 'ada', company: 'Engines', properties: { stage: 'new' }, engagedAt: NOW + HOUR },
    ]);
  });
});

describe("a form's mail that is read again", () => {
  test('is one submission, whatever the worker lived through', async () => {
    const mail = aMail({ 'reply-to': 'ada@example.com' });
    await read(mail);
    const before = await everythingStored(await at.world.database());
    await read(mail);

    expect(await everythingStored(await at.world.database())).toMatchObject({
      contacts: before['contacts'],
      journal: before['journal'],
      workflowEvents: before['workflowEvents'],
    });
  });

  test('is one submission in the mailboxes of two colleagues', async () => {
    const headers = { 'reply-to': 'ada@example.com', 'message-id': '<1@tool.example.com>' };
    await read(aMail(headers));
    await read(aMail(headers));

    expect(await forms()).toEqual(['Demo request']);
  });

  test('is two when the form was filled in twice', async () => {
    await read(aMail({ 'reply-to': 'ada@example.com' }));
    await read(aMail({ 'reply-to': 'ada@example.com' }));

    expect(await forms()).toEqual(['Demo request', 'Demo request']);
    expect(await contacts()).toHaveLength(1);
  });
});

describe('mail that tells of no form', () => {
  test.each([
    ['from somebody else', { from: 'eve@elsewhere.example.com' }, {}],
    ['that we sent', {}, { own: true }],
    ['that a filter took for spam', {}, { junk: true }],
  ])('%s is not even opened', async (_what, headers, overrides) => {
    await read(aMail({ 'reply-to': 'ada@example.com', ...headers }, overrides));

    expect(await contacts()).toEqual([]);
    expect(at.world.provider.calls).not.toContain('readText');
  });

  test('from the form tool, about nobody, makes nobody', async () => {
    await read(aMail({}), 'Your monthly report is ready. Write to help@tool.example.com.');

    expect(await contacts()).toEqual([]);
  });

  test("the rep's own address is nobody who asked", async () => {
    await read(aMail({ 'reply-to': 'rep@example.com' }), 'Sent to rep@example.com');

    expect(await contacts()).toEqual([]);
  });
});

describe('a text that cannot be read', () => {
  test.each([
    'offline',
    'unavailable',
    'expired',
  ] as const)('now (%s) is read the next time: the cursor stays', async (kind) => {
    const mail = aMail({ 'reply-to': 'ada@example.com' });
    expect(await read(mail, undefined, { readText: async () => ({ kind }) })).toEqual({ kind });
    expect(await contacts()).toEqual([]);
    const database = await at.world.database();
    expect((await database.get('senders', aSender().id))?.polledAt).toBeUndefined();
    await read(mail);

    expect(await forms()).toEqual(['Demo request']);
  });

  test('ever is done without', async () => {
    const refused = async () => ({ kind: 'refused', detail: 'no' }) as const;
    const mail = aMail({ 'reply-to': 'ada@example.com' });

    expect(await read(mail, undefined, { readText: refused })).toBeUndefined();
    expect(await forms()).toEqual(['Demo request']);
  });
});
