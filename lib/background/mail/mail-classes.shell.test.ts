import { beforeEach, describe, expect, test } from 'vitest';
import type { EnrolledStatus } from '@/lib/rpc/views';
import { MINUTE } from '@/lib/time/instant';
import { aHead, showNext } from '@/test/support/arrivals';
import { aSender, enrollmentId, NOW } from '@/test/support/builders';
import { aPerson, enrolled } from '@/test/support/people';
import { createUseCaseWorld, touched, type UseCaseWorld } from '@/test/support/use-case-world';

const sender = aSender();
let world: UseCaseWorld;
let ada: EnrolledStatus;

/** Ada has two addresses and got the first email in `thread-1`. */
beforeEach(async () => {
  world = await createUseCaseWorld();
  ada = await enrolled(world, aPerson({ emails: ['ada@example.com', 'king@example.com'] }));
  world.now = NOW + 10_000;
  await world.deps.engine.runDue(new AbortController().signal);
  world.now += MINUTE;
});

const from = (address: string, more: Record<string, string> = {}) => ({
  from: address,
  subject: 'Re: hello',
  ...more,
});
const inThread = () => ({ at: world.now, threadId: 'thread-1' });
const elsewhere = () => ({ at: world.now });
const stateOf = async (id = ada.enrollmentId) => {
  const enrollment = await (await world.database()).get('enrollments', enrollmentId(id));
  return enrollment?.state;
};
const codes = async () =>
  (await touched(world)).journal
    .map(({ code }) => code)
    .filter((code) => /Seen|unenrolled/.test(code));

describe('ends the enrollment', () => {
  test.each([
    ['a reply in the conversation', from('Ada <ada@example.com>'), inThread],
    ['a reply in the conversation from somebody else', from('assistant@example.com'), inThread],
    ['a mail of the contact elsewhere', from('ada@example.com'), elsewhere],
    ['a mail in another spelling', from('ADA@Example.COM'), elsewhere],
    ["a mail from the contact's other address", from('"King, Ada" <king@example.com>'), elsewhere],
    [
      'a reply in a new thread that names our email',
      from('ada@example.com', { 'in-reply-to': '<message-1@mail.example.com>' }),
      elsewhere,
    ],
  ])('%s', async (_what, headers, where) => {
    showNext(world, { messages: [aHead(headers, where())] });

    expect(await world.readMail(sender)).toBeUndefined();

    const stored = await touched(world);
    expect(await stateOf()).toEqual({ kind: 'unenrolled', at: world.now, reason: 'replied' });
    expect(await codes()).toEqual(['replySeen', 'unenrolled']);
    expect(stored.claims).toEqual([]);
    expect(stored.outbox.map(({ state }) => state)).toEqual(['sent']);
    expect(stored.heads).toMatchObject([{ live: 0 }]);
  });
});

describe('lets the enrollment go on', () => {
  test.each([
    [
      'our own email',
      from('rep@example.com', { 'x-sequence-overlay-key': 'id-2:step-1:0' }),
      () => ({ ...inThread(), own: true }),
    ],
    [
      "the rep's own absence note",
      from('Rep <REP@example.com>', { 'auto-submitted': 'auto-replied' }),
      inThread,
    ],
    ['a mail of a stranger elsewhere', from('eve@example.com'), elsewhere],
    ['an old mail of the contact', from('ada@example.com'), () => ({ at: NOW - MINUTE })],
    [
      'a report about another address',
      from('mailer-daemon@example.com', { 'x-failed-recipients': 'eve@example.com' }),
      elsewhere,
    ],
    ['a mail without any sender', {}, elsewhere],
  ])('%s, without a word', async (_what, headers, where) => {
    showNext(world, { messages: [aHead(headers, where())] });

    await world.readMail(sender);

    expect(await stateOf()).toEqual({ kind: 'active' });
    expect(await codes()).toEqual([]);
  });

  test.each([
    ['a receipt', { 'auto-submitted': 'auto-replied' }],
    ['a newsletter', { precedence: 'bulk', subject: 'News' }],
  ])('%s, and notes it', async (_what, more) => {
    showNext(world, { messages: [aHead(from('ada@example.com', more), elsewhere())] });

    await world.readMail(sender);

    expect(await stateOf()).toEqual({ kind: 'active' });
    expect(await codes()).toEqual(['autoReplySeen']);
  });
});

test.each([
  [
    'that names the address',
    { from: 'mailer-daemon@example.com', 'x-failed-recipients': 'ada@example.com' },
    elsewhere,
  ],
  [
    'in the conversation',
    { from: 'postmaster@example.com', subject: 'Undeliverable: hello' },
    inThread,
  ],
])('a bounce %s ends it, and the address is not written to again', async (_what, headers, where) => {
  showNext(world, { messages: [aHead(headers, where())] });

  await world.readMail(sender);

  expect(await stateOf()).toMatchObject({ kind: 'unenrolled', reason: 'bounced' });
  expect(await codes()).toEqual(['bounceSeen', 'unenrolled']);
  expect(await (await world.database()).getAll('suppression')).toEqual([
    { address: 'ada@example.com', reason: 'bounced', at: world.now },
  ]);
  await expect(enrolled(world)).rejects.toMatchObject({
    cause: {
      kind: 'refused',
      checks: expect.arrayContaining([
        expect.objectContaining({ code: 'suppressed', result: 'block' }),
      ]),
    },
  });
});

test('one mail ends only the enrollments that it is about', async () => {
  const grace = await enrolled(world, aPerson({ name: 'Grace', emails: ['grace@example.com'] }));
  showNext(world, { messages: [aHead(from('grace@example.com'), elsewhere())] });

  await world.readMail(sender);

  expect(await stateOf(grace.enrollmentId)).toMatchObject({
    kind: 'unenrolled',
    reason: 'replied',
  });
  expect(await stateOf()).toEqual({ kind: 'active' });
});

test('an answer that arrives before an email is due keeps that email from leaving', async () => {
  const grace = await enrolled(world, aPerson({ name: 'Grace', emails: ['grace@example.com'] }));
  const sentBefore = world.provider.sent.length;
  world.now += 10_000;
  showNext(world, { messages: [aHead(from('grace@example.com'), elsewhere())] });

  await world.deps.engine.runDue(new AbortController().signal);

  expect(world.provider.sent).toHaveLength(sentBefore);
  expect(await stateOf(grace.enrollmentId)).toMatchObject({
    kind: 'unenrolled',
    reason: 'replied',
  });
});
