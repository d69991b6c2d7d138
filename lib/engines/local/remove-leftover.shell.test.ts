import { beforeEach, describe, expect, test } from 'vitest';
import { restore } from '@/lib/background/enrolling/change-enrollment';
import { enroll } from '@/lib/background/enrolling/enroll';
import { HOUR, SECOND } from '@/lib/time/instant';
import { aSender, senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { firstRowOf, instead } from '@/test/support/mailbox-instead';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';

/* A draft that will never be sent does not stay in the rep's mailbox, whatever goes wrong. */

const never = new AbortController().signal;
const REFUSED = { kind: 'refused', detail: 'invalidArgument' } as const;
const UNAVAILABLE = { kind: 'unavailable' } as const;
let world: WorkerWorld;

beforeEach(async () => {
  world = await createWorkerWorld();
  const [person] = somePeople(1);
  if (person === undefined) throw new Error('a person');
  const outcome = await enroll(world.life(), {
    person,
    sequenceId: sequenceId('sequence-1'),
    senderId: senderId('sender-1'),
    placeholders: {},
    accepted: ['quietTime'],
  });
  expect(outcome.kind).toBe('enrolled');
  world.now += 10 * SECOND;
});

const runDue = () => world.life().engine.runDue(never);
const journal = async () =>
  (await (await world.database()).getAll('journal')).map((one) => one.code);
const firstRow = () => firstRowOf(world);

/** So often the worker wakes, an hour apart. */
async function wakes(times: number): Promise<void> {
  for (let wake = 0; wake < times; wake += 1) {
    world.now += HOUR;
    await runDue();
  }
}

/** The draft is made, and its answer is lost: it lies in the mailbox, and nobody knows its id. */
async function draftIsMade(): Promise<void> {
  instead(world, 'createDraft', async (real, ...given) => {
    await real(...given);
    return UNAVAILABLE;
  });
  await runDue();
  expect(world.provider.drafts.size).toBe(1);
}

describe('an email that the provider refuses to send', () => {
  beforeEach(() => instead(world, 'sendDraft', async () => REFUSED, 1));

  test('has failed before its draft is removed: a worker that dies in between changes nothing', async () => {
    instead(world, 'deleteDraft', () => new Promise<never>(() => undefined), 1);
    void runDue();
    await expect.poll(firstRow).toMatchObject({ state: 'failed' });
    await runDue();

    expect(await firstRow()).toMatchObject({ failure: 'refused:invalidArgument' });
    expect(world.provider.drafts.size).toBe(0);
    expect((await firstRow()).wakeAt).toBeUndefined();
    await expectConsistent(world);
  });

  test('loses its draft later when the mailbox cannot be reached', async () => {
    instead(world, 'deleteDraft', async () => UNAVAILABLE, 2);
    await runDue();
    const drafts = world.provider.drafts.size;

    await wakes(3);

    expect(drafts).toBe(1);
    expect(world.provider.drafts.size).toBe(0);
    expect(await journal()).not.toContain('draftLeft');
  });

  test('says so when the provider never lets its draft go, and asks no more', async () => {
    let asked = 0;
    const refuses = async () => {
      asked += 1;
      return REFUSED;
    };
    instead(world, 'deleteDraft', refuses, Number.POSITIVE_INFINITY);
    await runDue();
    await wakes(20);
    const askedUntilThen = asked;

    await wakes(5);

    expect((await journal()).filter((code) => code === 'draftLeft')).toHaveLength(1);
    expect((await firstRow()).wakeAt).toBeUndefined();
    expect(askedUntilThen).toBeGreaterThan(3);
    expect(asked).toBe(askedUntilThen);
  });
});

describe('an email whose draft was made before an answer was lost', () => {
  beforeEach(draftIsMade);

  test('is not given up because the drafts cannot be listed once, and leaves once', async () => {
    instead(world, 'findDraft', async () => REFUSED, 1);
    await wakes(1);
    const waiting = await firstRow();

    await wakes(1);

    expect(waiting).toMatchObject({ state: 'due', waiting: 'unavailable' });
    expect(world.provider.sent).toHaveLength(1);
    expect(world.provider.drafts.size).toBe(0);
    await expectConsistent(world);
  });

  test('takes its draft with it when its step is left out', async () => {
    const { enrollmentId } = await firstRow();
    const skipped = await world.life().engine.skip(enrollmentId);
    await runDue();

    expect(skipped.kind).toBe('skipped');
    expect(world.provider.drafts.size).toBe(0);
    expect(world.provider.sent).toHaveLength(0);
    await expectConsistent(world);
  });

  test('is sent once, in that draft, when leaving it out is taken back', async () => {
    const { enrollmentId } = await firstRow();
    await world.life().engine.skip(enrollmentId);
    expect((await restore(world.life(), enrollmentId)).kind).toBe('restored');

    await wakes(1);

    expect(world.provider.calls.filter((call) => call === 'createDraft')).toHaveLength(1);
    expect(world.provider.sent).toHaveLength(1);
    expect(world.provider.drafts.size).toBe(0);
    await expectConsistent(world);
  });
});

test('nobody looks for the draft of a sender that is no more', async () => {
  await draftIsMade();
  const database = await world.database();
  await database.delete('senders', aSender().id);

  await wakes(2);

  expect(await firstRow()).toMatchObject({ state: 'failed', failure: 'senderMissing' });
  expect((await firstRow()).wakeAt).toBeUndefined();
});
