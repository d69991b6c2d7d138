// Long because each way of being interrupted has its own test.
import { beforeEach, describe, expect, test } from 'vitest';
import { restore, resume, unenroll } from '@/lib/background/enrolling/change-enrollment';
import { enroll } from '@/lib/background/enrolling/enroll';
import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import { changeSequence } from '@/lib/background/sequences/change-sequence';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { aSender, aSequence, senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { firstRowOf, instead } from '@/test/support/mailbox-instead';
import {
  createWorkerWorld,
  somePeople,
  type WorkerWorld,
  type WorldContent,
} from '@/test/support/worker-world';

/*
 * Something changes between the moment that an email is taken and the moment that it leaves. Most of
 * these were found by `npm run simulate`, the others by reading.
 */

const never = new AbortController().signal;
let world: WorkerWorld;

async function begin(count: number, content: WorldContent = {}): Promise<void> {
  world = await createWorkerWorld(content);
  for (const person of somePeople(count)) {
    const outcome = await enroll(world.life(), {
      person,
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['quietTime'],
    });
    expect(outcome.kind).toBe('enrolled');
  }
  world.now += 10 * SECOND;
}

const runDue = () => world.life().engine.runDue(never);
const firstRow = () => firstRowOf(world);
const unavailable = async () => ({ kind: 'unavailable' }) as const;
const office = () => aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS });

describe('an email whose draft could not be made', () => {
  beforeEach(async () => {
    await begin(1, { sequences: [office()] });
    instead(world, 'createDraft', unavailable);
    await runDue();
  });

  test('is due as before: the rep may pause it', async () => {
    const row = await firstRow();

    expect(row).toMatchObject({ state: 'due', waiting: 'unavailable', attempts: 1 });
    expect(row.retry).toEqual({ after: 'unavailable', count: 1 });
  });

  test('is held against the hours when it is tried again', async () => {
    world.now = Date.parse('2026-11-24T22:00:00Z');

    await runDue();

    expect(world.provider.sent).toHaveLength(0);
    expect(new Date((await firstRow()).dueAt).toISOString()).toMatch(/^2026-11-25T07:/);
    await expectConsistent(world);
  });

  test('does not leave while its sequence is paused', async () => {
    const id = sequenceId('sequence-1');
    await changeSequence(world.life(), { id, action: 'pause' });
    world.now += 5 * MINUTE;

    await runDue();

    expect(world.provider.sent).toHaveLength(0);
    expect(await firstRow()).toMatchObject({ state: 'due', waiting: 'paused' });
  });
});

test('a draft that was made before its answer was lost goes with its enrollment', async () => {
  await begin(1);
  instead(world, 'createDraft', async (real, ...given) => {
    await real(...given);
    return { kind: 'unavailable' } as const;
  });
  await runDue();
  const { enrollmentId } = await firstRow();
  expect(world.provider.drafts.size).toBe(1);

  await unenroll(world.life(), enrollmentId, 'manual');
  await runDue();

  expect(world.provider.drafts.size).toBe(0);
  expect(world.provider.sent).toHaveLength(0);
  await expectConsistent(world);
});

describe('a computer that sleeps while the draft is being made', () => {
  test('sends nothing outside the hours afterwards, and leaves no draft', async () => {
    await begin(1, { sequences: [office()] });
    instead(world, 'createDraft', (real, ...given) => {
      world.now = Date.parse('2026-11-24T22:00:00Z');
      return real(...given);
    });

    await runDue();

    expect(world.provider.sent).toHaveLength(0);
    expect(world.provider.drafts.size).toBe(0);
    expect(new Date((await firstRow()).dueAt).toISOString()).toMatch(/^2026-11-25T07:/);
    await expectConsistent(world);
  });

  test('sends nothing to somebody who answered meanwhile', async () => {
    await begin(1);
    instead(world, 'createDraft', (real, ...given) => {
      world.now += HOUR;
      world.provider.inbox.push({
        messageId: 'reply-1',
        threadId: 'somewhere',
        at: world.now - MINUTE,
        own: false,
        headers: new Map([['from', 'person0@c0.example.com']]),
      });
      return real(...given);
    });

    await runDue();

    expect(world.provider.sent).toHaveLength(0);
    expect(world.provider.drafts.size).toBe(0);
    await expectConsistent(world);
  });
});

describe('an email that was handed over and whose fate nobody knows', () => {
  const lost = () =>
    instead(world, 'sendDraft', async (real, ...given) => {
      await real(...given);
      return { kind: 'offline' } as const;
    });

  test('has its place in the minute', async () => {
    await begin(2, { senders: [aSender({ perMinute: 1 })] });
    lost();
    await runDue();
    world.now += 5 * SECOND;

    await runDue();

    expect(world.provider.sent).toHaveLength(1);
  });

  test('has its place in the day', async () => {
    await begin(2, { senders: [aSender({ dailyLimit: 2 })] });
    const database = await world.database();
    await database.put('senders', aSender({ dailyLimit: 1 }));
    lost();

    await runDue();
    world.now += 20 * SECOND;
    await runDue();

    expect(world.provider.sent).toHaveLength(1);
    await expectConsistent(world);
  });

  test('is looked for more than once, also after a long sleep', async () => {
    await begin(1);
    lost();
    await runDue();
    // Sent mail is shown late, and the lid was closed for a day.
    const { findSent } = world.provider.mailbox;
    const mailbox = { ...world.provider.mailbox, findSent: async () => ({ kind: 'ok' }) };
    Object.assign(world.provider, { mailbox });
    world.now += DAY;
    await runDue();
    expect(await firstRow()).toMatchObject({ state: 'sending', waiting: 'checking' });

    Object.assign(world.provider, { mailbox: { ...world.provider.mailbox, findSent } });
    world.now += 5 * MINUTE;
    await runDue();

    expect(await firstRow()).toMatchObject({ state: 'sent' });
    expect(world.provider.sent).toHaveLength(1);
    await expectConsistent(world);
  });
});

test('a draft that was handed over is not sent days later without asking', async () => {
  await begin(1);
  instead(world, 'sendDraft', unavailable);
  await runDue();
  world.now += 10 * DAY;

  await runDue();
  const asked = await firstRow();
  await resume(world.life(), asked.enrollmentId);
  await runDue();

  expect(asked).toMatchObject({ state: 'sending', waiting: 'late' });
  expect(asked.wakeAt).toBeUndefined();
  expect(await firstRow()).toMatchObject({ state: 'sent' });
  expect(world.provider.sent).toHaveLength(1);
  await expectConsistent(world);
});

test('a late draft that was handed over can be left out, and that can be taken back', async () => {
  await begin(1);
  instead(world, 'sendDraft', unavailable);
  await runDue();
  world.now += 10 * DAY;
  await runDue();
  const { enrollmentId } = await firstRow();

  expect((await world.life().engine.skip(enrollmentId)).kind).toBe('skipped');
  await runDue();
  expect(world.provider.drafts.size).toBe(0);
  await expectConsistent(world);
  expect((await restore(world.life(), enrollmentId)).kind).toBe('restored');
  expect(await firstRow()).toMatchObject({ state: 'due', waiting: 'late' });
  await resume(world.life(), enrollmentId);
  await runDue();

  expect(world.provider.sent).toHaveLength(1);
  expect(world.provider.drafts.size).toBe(0);
  await expectConsistent(world);
});

test('what the provider refuses to send leaves no draft behind', async () => {
  await begin(1);
  instead(
    world,
    'sendDraft',
    async () => ({ kind: 'refused', detail: 'invalidArgument' }) as const,
  );

  await runDue();

  expect(world.provider.drafts.size).toBe(0);
  expect(await firstRow()).toMatchObject({ state: 'failed', failure: 'refused:invalidArgument' });
  await expectConsistent(world);
});

test('an hour that a person chose is not kept by an email that the limit moves to another day', async () => {
  await begin(0, { sequences: [office()], senders: [aSender({ dailyLimit: 2 })] });
  world.now = Date.parse('2026-11-24T20:00:00Z');
  for (const person of somePeople(2)) {
    await enroll(world.life(), {
      person,
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['quietTime'],
    });
  }
  await (await world.database()).put('senders', aSender({ dailyLimit: 1 }));
  world.now += 10 * SECOND;

  await runDue();

  const rows = await (await world.database()).getAll('outbox');
  const moved = rows.find(({ state, stepIndex }) => state === 'due' && stepIndex === 0);
  expect(world.provider.sent).toHaveLength(1);
  // The day has room again at nine in the evening; it opens in the morning after.
  expect(new Date(moved?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-26T07:/);
});

test('an unenrolling is not taken back once the contact has answered', async () => {
  await begin(1);
  await runDue();
  const { enrollmentId } = await firstRow();
  await unenroll(world.life(), enrollmentId, 'manual');
  const life = world.life();
  world.provider.inbox.push({
    messageId: 'reply-1',
    threadId: 'thread-1',
    at: world.now,
    own: false,
    headers: new Map([['from', 'person0@c0.example.com']]),
  });
  await watchMailbox({ ...life, exit: life.engine.exit }, aSender(), never);

  expect((await restore(world.life(), enrollmentId)).kind).toBe('tooLate');
});

test('an email that is moved to another time while the worker is busy with another one waits for it', async () => {
  await begin(2);
  const later = world.now + 4 * HOUR;
  instead(world, 'createDraft', async (real, given, signal) => {
    const database = await world.database();
    const others = (await database.getAll('outbox')).filter(({ key }) => key !== given.key);
    for (const row of others) await database.put('outbox', { ...row, dueAt: later, wakeAt: later });
    return real(given, signal);
  });

  await runDue();
  expect(world.provider.sent).toHaveLength(1);
  world.now = later;
  await runDue();

  expect(world.provider.sent.length).toBeGreaterThan(1);
});

test('the question about a late email is still there when unenrolling is taken back', async () => {
  await begin(1);
  instead(world, 'sendDraft', unavailable);
  await runDue();
  world.now += 10 * DAY;
  await runDue();
  const { enrollmentId } = await firstRow();
  await unenroll(world.life(), enrollmentId, 'manual');

  expect((await restore(world.life(), enrollmentId)).kind).toBe('restored');
  await runDue();

  expect(await firstRow()).toMatchObject({ state: 'sending', waiting: 'late' });
  expect((await firstRow()).wakeAt).toBeUndefined();
  expect(world.provider.sent).toHaveLength(0);
});
