import { describe, expect, test } from 'vitest';
import { addSuppression } from '@/lib/background/contacts/add-suppression';
import { contactStatus } from '@/lib/background/enrolling/contact-status';
import { createAnswersWorld, fromAda } from '@/test/support/answers-world';
import { aPerson } from '@/test/support/people';

describe('a reply', () => {
  test('ends nothing where the sequence says so, and still counts as one', async () => {
    const answers = await createAnswersWorld({ reply: 'off' });
    const { world, ada, read, stateOf, codes } = answers;

    await read(fromAda(answers), 'Yes please.');

    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await codes()).toEqual(['enrolled', 'stepSent', 'replySeen']);
    const contact = await (await world.database()).get('contacts', ada.contactId);
    expect(contact?.engagedAt).toBe(world.now);
  });

  test('ends it for everybody at the company and nobody else', async () => {
    const answers = await createAnswersWorld({ reply: 'company' });
    const { ada, others, read, stateOf } = answers;
    const { bob, eve } = await others();

    await read(fromAda(answers), 'Yes please.');

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
    expect(await stateOf(bob)).toMatchObject({ kind: 'unenrolled', reason: 'colleagueReplied' });
    expect(await stateOf(eve)).toMatchObject({ kind: 'scheduled' });
  });

  test('ends it for the contact alone by itself', async () => {
    const answers = await createAnswersWorld();
    const { others, read, stateOf } = answers;
    const { bob } = await others();

    await read(fromAda(answers), 'Yes please.');

    expect(await stateOf(bob)).toMatchObject({ kind: 'scheduled' });
  });

  test('is noticed from an unknown address in a new conversation that names our email', async () => {
    const answers = await createAnswersWorld();
    const { ada, read, stateOf } = answers;
    const names = { from: 'home@private.example.org', references: '<message-1@mail.example.com>' };

    await read(fromAda(answers, names, { threadId: 'another' }), 'It is me, Ada.');

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
  });

  test('is noticed from the same mailbox under a tag', async () => {
    const answers = await createAnswersWorld();
    const { ada, read, stateOf } = answers;
    const tagged = { from: 'Ada+crm@engines.example.net' };

    await read(fromAda(answers, tagged, { threadId: 'another' }), 'Hello.');

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
  });

  test('that seems to ask for no more emails is shown until somebody decides', async () => {
    const answers = await createAnswersWorld();
    const { world, read, codes } = answers;
    const status = async () =>
      (await contactStatus(world.deps, [aPerson({ emails: ['ada@engines.example.net'] })]))[0];

    await read(fromAda(answers), 'Please remove me from your list.');

    expect(await codes()).toEqual([
      'enrolled',
      'stepSent',
      'replySeen',
      'optOutAsked',
      'unenrolled',
    ]);
    expect(await status()).toMatchObject({ lastExit: { reason: 'replied', asksOptOut: true } });
    const entries = ['ada@engines.example.net'];
    await addSuppression(world.deps, { entries, reason: 'optedOut' });
    expect(await status()).not.toHaveProperty('lastExit.asksOptOut');
  });
});

describe('a colleague who writes on their own', () => {
  const bobs = { from: 'zoe@engines.example.net', subject: 'Your offer to Ada' };

  test('ends it where the sequence counts the whole company', async () => {
    const answers = await createAnswersWorld({ reply: 'company' });
    const { ada, read, stateOf, codes } = answers;

    await read(fromAda(answers, bobs, { threadId: 'another' }), 'Ada told me.');

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'colleagueReplied' });
    expect(await codes()).toEqual(['enrolled', 'stepSent', 'colleagueSeen', 'unenrolled']);
  });

  test.each(['contact', 'off'] as const)('changes nothing where it says %s', async (reply) => {
    const answers = await createAnswersWorld({ reply });
    const { ada, read, stateOf, codes } = answers;

    await read(fromAda(answers, bobs, { threadId: 'another' }), 'Ada told me.');

    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await codes()).toEqual(['enrolled', 'stepSent']);
  });
});

describe('an answer to an invitation', () => {
  const pressed = (word: string) => ({
    subject: `${word}: Demo`,
    'content-class': 'urn:content-classes:calendarmessage',
  });

  test.each([
    ['Accepted', {}, 'meetingBooked'],
    ['Accepted', { meeting: 'off' as const }, 'replied'],
    ['Declined', {}, 'replied'],
    ['Tentative', {}, 'replied'],
  ])('%s with %j ends it as %s', async (word, exits, reason) => {
    const answers = await createAnswersWorld(exits);
    const { ada, read, stateOf } = answers;

    await read(fromAda(answers, pressed(word), { threadId: 'another' }));

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason });
  });
});
