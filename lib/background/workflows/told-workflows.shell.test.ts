import { beforeEach, describe, expect, test } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import { restoreEnrollment } from '@/lib/engines/local/restore-enrollment';
import { MINUTE, SECOND } from '@/lib/time/instant';
import { anEmailStep, aSender, aSequence, senderId, sequenceId } from '@/test/support/builders';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';

const never = new AbortController().signal;
const SEQUENCE = 'sequence-1';
let world: WorkerWorld;

beforeEach(async () => {
  world = await createWorkerWorld({ sequences: [aSequence({ steps: [anEmailStep()] })] });
});

async function enrolled(): Promise<EnrollmentId> {
  const [person] = somePeople(1);
  if (person === undefined) throw new Error('one person');
  await enroll(world.life(), {
    person,
    sequenceId: sequenceId(SEQUENCE),
    senderId: senderId('sender-1'),
    placeholders: {},
    accepted: [],
  });
  const [enrollment] = await (await world.database()).getAll('enrollments');
  if (enrollment === undefined) throw new Error('one enrollment');
  return enrollment.id;
}
async function events() {
  const rows = await (await world.database()).getAll('workflowEvents');
  return rows.map(({ event }) => event);
}
const told = async () =>
  (await events()).map(({ type }) => type).filter((type) => type !== 'propertyChanged');
async function isEnrolled() {
  const [contact] = await (await world.database()).getAll('contacts');
  return contact?.properties['hs_sequences_is_enrolled'];
}
async function read(headers: Readonly<Record<string, string>>): Promise<void> {
  const head: MessageHead = {
    messageId: `in-${Object.values(headers).join()}`,
    threadId: 'another-thread',
    at: world.now,
    own: false,
    headers: new Map(
      Object.entries({ from: 'person0@c0.example.com', to: 'rep@example.com', ...headers }),
    ),
  };
  world.provider.inbox.push(head);
  const life = world.life();
  const exit: Parameters<typeof watchMailbox>[0]['exit'] = (id, reason) =>
    exitEnrollment(life, id, reason);
  await watchMailbox({ ...life, exit }, aSender(), never);
}

test('enrolling a new contact tells that there is one, and that they are in a sequence', async () => {
  const enrollmentId = await enrolled();

  expect(await events()).toEqual([
    { type: 'contactCreated' },
    { type: 'sequenceEnrolled', sequenceId: SEQUENCE, enrollmentId },
  ]);
  expect(await isEnrolled()).toBe('true');
});

test('the last email tells that it was sent and that the sequence is finished', async () => {
  await enrolled();
  world.now += MINUTE;

  await world.life().engine.runDue(never);

  expect((await told()).slice(2)).toEqual(['emailSent', 'sequenceFinished']);
  expect(await isEnrolled()).toBe('false');
});

describe('leaving', () => {
  test('by hand tells it, and taken back the contact is in the sequence again', async () => {
    const id = await enrolled();

    await exitEnrollment(world.life(), id, 'manual');
    expect((await told()).slice(2)).toEqual(['sequenceUnenrolled']);
    expect(await isEnrolled()).toBe('false');
    await restoreEnrollment(world.life(), id);

    expect(await isEnrolled()).toBe('true');
  });

  test('twice is told once', async () => {
    const id = await enrolled();

    await exitEnrollment(world.life(), id, 'manual');
    await exitEnrollment(world.life(), id, 'manual');

    expect((await told()).slice(2)).toEqual(['sequenceUnenrolled']);
  });

  test('is possible for a contact whose record cannot be read', async () => {
    const id = await enrolled();
    const database = await world.database();
    const [contact] = await database.getAll('contacts');
    if (contact === undefined) throw new Error('one contact');
    await database.put('contacts', { ...contact, ...JSON.parse('{"name":7}') });

    const outcome = await exitEnrollment(world.life(), id, 'manual');

    expect(outcome.kind).toBe('ended');
    expect((await told()).slice(2)).toEqual(['sequenceUnenrolled']);
  });
});

describe('mail that is read twice', () => {
  test.each([
    ['an answer', { subject: 'Re: A question' }, ['emailReplied', 'sequenceUnenrolled']],
    [
      'a wish to be left alone',
      { subject: 'Unsubscribe' },
      ['emailUnsubscribed', 'sequenceUnenrolled'],
    ],
  ] as const)('%s is told once', async (_what, headers, expected) => {
    await enrolled();
    world.now += 10 * SECOND;

    await read(headers);
    await read(headers);

    expect((await told()).filter((type) => type !== 'emailSent').slice(2)).toEqual(expected);
  });
});
