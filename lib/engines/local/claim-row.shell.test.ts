import { describe, expect, test } from 'vitest';
import { pause } from '@/lib/background/enrolling/change-enrollment';
import { enroll } from '@/lib/background/enrolling/enroll';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { aSender, aSequence, NOW, senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';

const never = new AbortController().signal;

/** Hours and days as a new sequence has them: business days, eight to six. */
const office = () => aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS });

async function enrollSome(world: WorkerWorld, count: number): Promise<void> {
  for (const person of somePeople(count)) {
    const outcome = await enroll(world.life(), {
      person,
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['quietTime'],
    });
    if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
  }
}
const runDue = (world: WorkerWorld) => world.life().engine.runDue(never);
const rows = async (world: WorkerWorld) =>
  (await (await world.database()).getAll('outbox')).filter(({ state }) => state === 'due');

describe('a worker that comes late', () => {
  test('sends no more in one minute than the sender may, and the others in their turn', async () => {
    const world = await createWorkerWorld({ senders: [aSender({ perMinute: 3 })] });
    await enrollSome(world, 8);
    // The lid was closed for five minutes; all eight are overdue.
    world.now += 5 * MINUTE;

    const counts: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      const before = world.provider.sent.length;
      await runDue(world);
      counts.push(world.provider.sent.length - before);
      world.now += MINUTE;
    }

    expect(counts).toEqual([3, 3, 2, 0]);
    await expectConsistent(world);
  });

  test('sends a first email at the hour that was chosen, and not at night instead', async () => {
    const world = await createWorkerWorld({ sequences: [office()] });
    world.now = Date.parse('2026-11-24T16:30:00Z');
    await enrollSome(world, 1);
    // Half past five; the lid opens again at one in the morning.
    world.now += 7 * HOUR + 30 * MINUTE;

    await runDue(world);

    const [row] = await rows(world);
    expect(world.provider.sent).toHaveLength(0);
    expect(new Date(row?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-25T07:/);
    expect(row?.waiting).toBeUndefined();
    await expectConsistent(world);
  });

  test('sends a first email outside the hours if a person chose so', async () => {
    const world = await createWorkerWorld({ sequences: [office()] });
    world.now = Date.parse('2026-11-24T21:00:00Z');
    await enrollSome(world, 1);
    world.now += 10 * SECOND;

    await runDue(world);

    expect(world.provider.sent).toHaveLength(1);
  });

  test('sends a follow-up in its window only', async () => {
    const world = await createWorkerWorld({ sequences: [office()] });
    await enrollSome(world, 1);
    world.now += 10 * SECOND;
    await runDue(world);
    const [planned] = await rows(world);
    // Three business days later, and an evening.
    world.now = Date.parse('2026-11-27T19:00:00Z');

    await runDue(world);

    const [row] = await rows(world);
    expect(new Date(planned?.dueAt ?? 0).toISOString()).toBe('2026-11-27T08:00:00.000Z');
    expect(world.provider.sent).toHaveLength(1);
    expect(new Date(row?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-30T07:/);
    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(enrollment?.nextAt).toBe(row?.dueAt);
    await expectConsistent(world);
  });
});

test('the limit that the company has set is asked again before an email leaves', async () => {
  const world = await createWorkerWorld();
  await enrollSome(world, 3);
  const database = await world.database();
  await database.put('senders', aSender({ adminLimit: 2 }));
  world.now += MINUTE;

  await runDue(world);

  const [row] = await rows(world).then((all) => all.filter(({ stepIndex }) => stepIndex === 0));
  expect(world.provider.sent).toHaveLength(2);
  expect(row).toMatchObject({ waiting: 'limit' });
  expect(row?.dueAt).toBeGreaterThan(NOW + DAY - HOUR);
});

test('an enrollment that is paused between being found due and being taken sends nothing', async () => {
  const world = await createWorkerWorld();
  await enrollSome(world, 2);
  const [first, second] = await (await world.database()).getAll('enrollments');
  world.now += MINUTE;
  // The pause comes in while the mailbox is read for whichever row is first.
  const { mailbox } = world.provider;
  const { changesSince } = mailbox;
  const pausing = {
    ...mailbox,
    changesSince: async (...input: Parameters<typeof changesSince>) => {
      for (const one of [first, second]) if (one) await pause(world.life(), one.id);
      return changesSince(...input);
    },
  };
  Object.assign(world.provider, { mailbox: pausing });

  await runDue(world);

  expect(world.provider.sent).toHaveLength(0);
  await expectConsistent(world);
});
