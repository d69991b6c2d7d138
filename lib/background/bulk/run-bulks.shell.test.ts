import { describe, expect, test } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import { aSender, NOW, senderId, sequenceId } from '@/test/support/builders';
import { oneBatch, startedBulk, statusOfBulk } from '@/test/support/bulk-steps';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createWorkerWorld, somePeople, turns } from '@/test/support/worker-world';
import { cancelBulk } from './cancel-bulk';
import { runBulks } from './run-bulks';

const SEQUENCE = sequenceId('sequence-1');
const SENDER = senderId('sender-1');
const never = new AbortController().signal;

describe('a bulk enrollment', () => {
  test('of 500 contacts enrolls each once, whatever two transactions the worker dies between', async () => {
    const world = await createWorkerWorld();
    const runId = await startedBulk(world, 500);

    // Every life reaches the disk once more than the one before, and dies at the next reach.
    for (let reaches = 0; (await statusOfBulk(world, runId)).state === 'running'; reaches += 1) {
      void runBulks(world.life({ reaches }), never);
      await turns(80 + reaches * 400);
      world.now += 1_000;
    }

    const { rows, done } = await statusOfBulk(world, runId);
    expect(done).toBe(500);
    expect(rows.filter(({ outcome }) => outcome?.kind === 'enrolled')).toHaveLength(500);
    expect(await (await world.database()).getAll('enrollments')).toHaveLength(500);
    await expectConsistent(world);
  }, 60_000);

  test('that is canceled half-way keeps what is done and begins nothing more', async () => {
    const world = await createWorkerWorld();
    const runId = await startedBulk(world, 60);
    await oneBatch(world, runId);

    await cancelBulk(world.life(), runId);
    await runBulks(world.life(), never);

    const { state, done, rows } = await statusOfBulk(world, runId);
    expect({ state, done }).toEqual({ state: 'canceled', done: 25 });
    const kinds = rows.map(({ outcome }) => outcome?.kind);
    expect(kinds.slice(0, 25)).toEqual(Array(25).fill('enrolled'));
    expect(kinds.slice(25)).toEqual(Array(35).fill('canceled'));
    expect(await (await world.database()).getAll('enrollments')).toHaveLength(25);
    await expectConsistent(world);
  });

  test('two of them and a click at once never exceed the limit and enroll nobody twice', async () => {
    const world = await createWorkerWorld({
      senders: [aSender({ dailyLimit: 40, perMinute: 10 })],
    });
    const first = await startedBulk(world, 30);
    const second = await startedBulk(world, 50);
    const [person] = somePeople(1);
    if (person === undefined) throw new Error('one person');
    const click = {
      person,
      sequenceId: SEQUENCE,
      senderId: SENDER,
      placeholders: {},
      accepted: [],
    };

    await Promise.all([
      runBulks(world.life(), never),
      runBulks(world.life(), never),
      enroll(world.life(), click),
      enroll(world.life(), click),
    ]);

    const database = await world.database();
    expect(await database.getAll('claims')).toHaveLength(40);
    expect(await database.getAll('enrollments')).toHaveLength(40);
    await expectConsistent(world);
    const outcomes = [
      ...(await statusOfBulk(world, first)).rows,
      ...(await statusOfBulk(world, second)).rows,
    ].map(({ outcome }) => outcome);
    expect(outcomes.every((outcome) => outcome !== undefined)).toBe(true);
    const refused = outcomes.flatMap((one) => (one?.kind === 'refused' ? one.codes : []));
    expect(new Set(refused)).toEqual(new Set(['alreadyEnrolled', 'dailyLimit']));
  });

  test('says in the journal why each of those that were left out was', async () => {
    const world = await createWorkerWorld({ senders: [aSender({ dailyLimit: 1 })] });
    await startedBulk(world, 2);

    await runBulks(world.life(), never);

    const entries = await (await world.database()).getAll('journal');
    expect(entries.map(({ code }) => code)).toEqual([
      'bulkStarted',
      'enrolled',
      'refused',
      'bulkFinished',
    ]);
    expect(entries[2]?.params).toEqual({ checks: 'dailyLimit', origin: 'bulk' });
  });

  test('wakes the worker when its first email is due', async () => {
    const world = await createWorkerWorld();
    await startedBulk(world, 5);

    await runBulks(world.life(), never);

    expect(world.wakes).toEqual([NOW + 10_000]);
  });

  test('leaves out one whose records cannot be read, and goes on', async () => {
    const world = await createWorkerWorld();
    const runId = await startedBulk(world, 3);
    const database = await world.database();
    await database.put('contacts', {
      ...JSON.parse('{"id":"broken","name":7}'),
      addressKeys: ['person1@c1.example.com'],
      refKeys: [],
    });
    const reported: string[] = [];
    const log = { unexpected: (where: string) => reported.push(where) };

    await runBulks({ ...world.life(), log }, never);

    const { rows, state } = await statusOfBulk(world, runId);
    expect(state).toBe('finished');
    expect(rows.map(({ outcome }) => outcome?.kind)).toEqual(['enrolled', 'refused', 'enrolled']);
    expect(reported).toEqual(['runBulks']);
  });
});
