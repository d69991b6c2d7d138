import { beforeEach, describe, expect, test } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import { HOUR, SECOND } from '@/lib/time/instant';
import { anEmailStep, aSender, aSequence, senderId, sequenceId } from '@/test/support/builders';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';
import { watchMailbox } from './watch-mailbox';

const never = new AbortController().signal;
const WHO = 'person0@c0.example.com';

let world: WorkerWorld;

/** One email that has left; with it the enrollment is over. */
beforeEach(async () => {
  world = await createWorkerWorld({ sequences: [aSequence({ steps: [anEmailStep()] })] });
  const [person] = somePeople(1);
  if (person === undefined) throw new Error('one person');
  await enroll(world.life(), {
    person,
    sequenceId: sequenceId('sequence-1'),
    senderId: senderId('sender-1'),
    placeholders: {},
    accepted: [],
  });
  world.now += 10 * SECOND;
});

function aMessage(headers: Readonly<Record<string, string>>): MessageHead {
  return {
    messageId: `in-${Object.values(headers).join()}`,
    threadId: 'another-thread',
    at: world.now + HOUR,
    own: false,
    headers: new Map(Object.entries({ from: WHO, to: 'rep@example.com', ...headers })),
  };
}
async function read(message: MessageHead): Promise<void> {
  world.provider.inbox.push(message);
  const life = world.life();
  const exit: Parameters<typeof watchMailbox>[0]['exit'] = (id, reason) =>
    exitEnrollment(life, id, reason);
  await watchMailbox({ ...life, exit }, aSender(), never);
}
async function stored() {
  const database = await world.database();
  const [enrollment] = await database.getAll('enrollments');
  const [contact] = await database.getAll('contacts');
  const journal = (await database.getAll('journal')).map(({ code }) => code);
  return {
    enrollment,
    contact,
    journal,
    suppression: await database.getAll('suppression'),
  };
}

test('whoever answers has engaged', async () => {
  await read(aMessage({ subject: 'Re: A question' }));

  const { contact, enrollment } = await stored();
  expect(contact?.engagedAt).toBe(world.now + HOUR);
  expect(enrollment?.state).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
});

test('whoever asks to be left alone is: the enrollment ends, and nobody writes again', async () => {
  await read(aMessage({ subject: 'Unsubscribe' }));

  const { enrollment, suppression, journal } = await stored();
  expect(enrollment?.state).toMatchObject({ kind: 'unenrolled', reason: 'optedOut' });
  expect(suppression).toEqual([{ address: WHO, reason: 'optedOut', at: world.now }]);
  expect(journal).toEqual(['enrolled', 'suppressed', 'unenrolled']);
});

describe('after the last email', () => {
  beforeEach(async () => {
    await world.life().engine.runDue(never);
    expect((await stored()).enrollment?.state.kind).toBe('finished');
  });

  test('the button of a mail program still works, from whatever address it writes', async () => {
    const { enrollment } = await stored();
    const subject = `unsubscribe ${enrollment?.id}:step-1:0`;

    await read(aMessage({ subject, from: 'forwarded@example.net' }));

    const after = await stored();
    expect(after.suppression).toMatchObject([{ address: WHO, reason: 'optedOut' }]);
    expect(after.enrollment?.state.kind).toBe('finished');
  });

  test('a letter with a made-up key changes nothing', async () => {
    const subject = 'unsubscribe constructor:step-1:0';

    await read(aMessage({ subject, from: 'stranger@example.net' }));

    expect((await stored()).suppression).toEqual([]);
  });

  test('an answer in its thread is an answer', async () => {
    await read({ ...aMessage({ subject: 'Re: A question' }), threadId: 'thread-1' });

    const { contact, journal } = await stored();
    expect(contact?.engagedAt).toBe(world.now + HOUR);
    expect(journal.filter((code) => code === 'replySeen')).toHaveLength(1);
  });

  test('the same answer read twice is one answer to workflows', async () => {
    const message = { ...aMessage({ subject: 'Re: A question' }), threadId: 'thread-1' };

    await read(message);
    await read(message);

    const events = await (await world.database()).getAll('workflowEvents');
    expect(events.filter(({ event }) => event.type === 'emailReplied')).toHaveLength(1);
  });
});

test('the same letter read twice is noted once', async () => {
  const message = aMessage({ subject: 'Unsubscribe' });

  await read(message);
  await read({ ...message, threadId: 'thread-1' });

  expect((await stored()).journal.filter((code) => code === 'suppressed')).toHaveLength(1);
});
