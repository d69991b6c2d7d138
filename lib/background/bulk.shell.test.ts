import { describe, expect, test } from 'vitest';
import type { BulkChoices } from '@/lib/domain/enrollment/bulk';
import { MINUTE } from '@/lib/time/instant';
import { aSender, aSequence, NOW, senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import {
  createWorkerWorld,
  somePeople,
  turns,
  type WorkerWorld,
} from '@/test/support/worker-world';
import { bulkPreview } from './bulk-preview';
import { bulkStatus } from './bulk-status';
import { cancelBulk } from './cancel-bulk';
import { enroll } from './enroll';
import { runBulks } from './run-bulks';
import { startBulk, startBulkChange, startBulkRestore } from './start-bulk';

const SEQUENCE = sequenceId('sequence-1');
const SENDER = senderId('sender-1');

const choices = (overrides: Partial<BulkChoices> = {}): BulkChoices => ({
  sequenceId: SEQUENCE,
  senderId: SENDER,
  startStep: 1,
  placeholders: {},
  accepted: [],
  ...overrides,
});
const never = new AbortController().signal;

async function started(world: WorkerWorld, count: number, overrides: Partial<BulkChoices> = {}) {
  const people = somePeople(count);
  const outcome = await startBulk(world.life(), {
    people,
    choices: choices({ confirmed: count, ...overrides }),
  });
  if (outcome.kind !== 'started') throw new Error(JSON.stringify(outcome.checks));
  return outcome.runId;
}

async function status(world: WorkerWorld, runId: string) {
  const progress = await bulkStatus(world.life(), runId);
  if (progress === null) throw new Error('nobody remembers the run');
  return progress;
}

/** A worker that dies after its first batch. */
async function oneBatch(world: WorkerWorld, runId: string): Promise<void> {
  void runBulks(world.life({ reaches: 1 }), never);
  while ((await status(world, runId)).done === 0) await turns(10);
}

describe('a preview of many', () => {
  test('says exactly when each first email leaves, and that is when it is planned', async () => {
    const world = await createWorkerWorld();
    const people = somePeople(30);

    const preview = await bulkPreview(world.life(), { people, choices: choices() });
    const runId = await started(world, 30);
    await runBulks(world.life(), never);

    const { rows } = await status(world, runId);
    const planned = rows.map(({ outcome }) => outcome?.kind === 'enrolled' && outcome.firstAt);
    expect(planned).toEqual(preview.rows.map(({ firstAt }) => firstAt));
    expect(preview).toMatchObject({ ready: 30, warned: 0, blocked: 0, confirm: 'nothing' });
    expect(preview.lastFirstAt).toBe(NOW + 9 * MINUTE);
  });

  test('knows the one before it: the same person, a colleague, the last place in the day', async () => {
    const sequence = aSequence();
    const warning = {
      ...sequence,
      settings: { ...sequence.settings, sameCompany: 'warn' },
    } as const;
    const world = await createWorkerWorld({
      sequences: [warning],
      senders: [aSender({ dailyLimit: 2 })],
    });
    const [ada, again, grace, jan] = [
      { name: 'Ada', emails: ['ada@one.example.com'] },
      { name: 'A. L.', emails: ['ADA@one.example.com'] },
      { name: 'Grace', emails: ['grace@one.example.com'] },
      { name: 'Jan', emails: ['jan@two.example.com'] },
    ].map((person) => ({ ...person, zone: 'Europe/Warsaw', properties: {} }));
    const late = { name: 'Late', emails: ['late@three.example.com'], zone: 'Europe/Warsaw' };
    const people = [ada, again, grace, jan, { ...late, properties: {} }].filter(
      (person) => person !== undefined,
    );

    const preview = await bulkPreview(world.life(), { people, choices: choices() });

    const codes = preview.rows.map(({ result, checks }) => [result, ...checks.map((c) => c.code)]);
    expect(codes).toEqual([
      ['ready'],
      ['blocked', 'alreadyEnrolled', 'sameCompany'],
      ['warned', 'sameCompany'],
      ['ready'],
      ['blocked', 'dailyLimit'],
    ]);
    expect(preview.warnings).toEqual(['sameCompany']);
  });

  test('of 500 says that the number has to be typed, and starting asks for it', async () => {
    const world = await createWorkerWorld();
    const people = somePeople(120);

    const preview = await bulkPreview(world.life(), { people, choices: {} });
    const refused = await startBulk(world.life(), {
      people,
      choices: choices({ confirmed: 119 }),
    });

    expect(preview).toMatchObject({ confirm: 'type', ready: 120, sequenceId: SEQUENCE });
    expect(refused).toMatchObject({ kind: 'refused', checks: [{ code: 'bulkSize' }] });
    expect(await (await world.database()).getAll('bulkRuns')).toEqual([]);
  });
});

describe('a bulk enrollment', () => {
  test('of 500 contacts enrolls each once, whatever two transactions the worker dies between', async () => {
    const world = await createWorkerWorld();
    const runId = await started(world, 500);

    // Every life reaches the disk once more than the one before, and dies at the next reach.
    for (let reaches = 0; (await status(world, runId)).state === 'running'; reaches += 1) {
      void runBulks(world.life({ reaches }), never);
      await turns(80 + reaches * 400);
      world.now += 1_000;
    }

    const { rows, done } = await status(world, runId);
    expect(done).toBe(500);
    expect(rows.filter(({ outcome }) => outcome?.kind === 'enrolled')).toHaveLength(500);
    expect(await (await world.database()).getAll('enrollments')).toHaveLength(500);
    await expectConsistent(world);
  }, 60_000);

  test('that is canceled half-way keeps what is done and begins nothing more', async () => {
    const world = await createWorkerWorld();
    const runId = await started(world, 60);
    await oneBatch(world, runId);

    await cancelBulk(world.life(), runId);
    await runBulks(world.life(), never);

    const { state, done, rows } = await status(world, runId);
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
    const first = await started(world, 30);
    const second = await started(world, 50);
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
      ...(await status(world, first)).rows,
      ...(await status(world, second)).rows,
    ].map(({ outcome }) => outcome);
    expect(outcomes.every((outcome) => outcome !== undefined)).toBe(true);
    const refused = outcomes.flatMap((one) => (one?.kind === 'refused' ? one.codes : []));
    expect(new Set(refused)).toEqual(new Set(['alreadyEnrolled', 'dailyLimit']));
  });

  test('says in the journal why each of those that were left out was', async () => {
    const world = await createWorkerWorld({ senders: [aSender({ dailyLimit: 1 })] });
    await started(world, 2);

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
    await started(world, 5);

    await runBulks(world.life(), never);

    expect(world.wakes).toEqual([NOW + 10_000]);
  });

  test('leaves out one whose records cannot be read, and goes on', async () => {
    const world = await createWorkerWorld();
    const runId = await started(world, 3);
    const database = await world.database();
    await database.put('contacts', {
      ...JSON.parse('{"id":"broken","name":7}'),
      addressKeys: ['person1@c1.example.com'],
      refKeys: [],
    });
    const reported: string[] = [];
    const log = { unexpected: (where: string) => reported.push(where) };

    await runBulks({ ...world.life(), log }, never);

    const { rows, state } = await status(world, runId);
    expect(state).toBe('finished');
    expect(rows.map(({ outcome }) => outcome?.kind)).toEqual(['enrolled', 'refused', 'enrolled']);
    expect(reported).toEqual(['runBulks']);
  });
});

describe('changing many', () => {
  async function enrolled(count: number) {
    const world = await createWorkerWorld();
    await started(world, count);
    await runBulks(world.life(), never);
    const all = await (await world.database()).getAll('enrollments');
    return { world, enrollmentIds: all.map(({ id }) => id) };
  }
  async function kindsAfter(world: WorkerWorld, action: 'unenroll' | 'pause' | 'resume') {
    const all = await (await world.database()).getAll('enrollments');
    const outcome = await startBulkChange(world.life(), {
      action,
      enrollmentIds: all.map(({ id }) => id),
    });
    if (outcome.kind !== 'started') throw new Error('refused');
    await runBulks(world.life(), never);
    const { rows } = await status(world, outcome.runId);
    return { runId: outcome.runId, kinds: rows.map(({ outcome: one }) => one?.kind) };
  }
  const states = async (world: WorkerWorld) =>
    (await (await world.database()).getAll('enrollments')).map(({ state }) => state.kind);

  test('pauses, resumes and unenrolls each once, and says who was in no state for it', async () => {
    const { world } = await enrolled(3);

    expect((await kindsAfter(world, 'resume')).kinds).toEqual(Array(3).fill('unchanged'));
    expect((await kindsAfter(world, 'pause')).kinds).toEqual(Array(3).fill('changed'));
    expect((await kindsAfter(world, 'pause')).kinds).toEqual(Array(3).fill('unchanged'));
    expect((await kindsAfter(world, 'resume')).kinds).toEqual(Array(3).fill('changed'));
    expect((await kindsAfter(world, 'unenroll')).kinds).toEqual(Array(3).fill('changed'));
    expect((await kindsAfter(world, 'unenroll')).kinds).toEqual(Array(3).fill('unchanged'));
    expect(await states(world)).toEqual(Array(3).fill('unenrolled'));
    await expectConsistent(world);
  });

  test('is taken back for all of them, for the first ones as long as for the last', async () => {
    const { world, enrollmentIds } = await enrolled(60);
    const outcome = await startBulkChange(world.life(), { action: 'unenroll', enrollmentIds });
    if (outcome.kind !== 'started') throw new Error('refused');
    // The first batch, and then nothing for longer than an undo lasts.
    await oneBatch(world, outcome.runId);
    world.now += 11_000;
    await runBulks(world.life(), never);
    expect(await states(world)).toEqual(Array(60).fill('unenrolled'));

    const restored = await startBulkRestore(world.life(), { runId: outcome.runId });
    await runBulks(world.life(), never);

    expect(restored.kind).toBe('started');
    expect(await states(world)).toEqual(Array(60).fill('scheduled'));
    await expectConsistent(world);
  });

  test('cannot be taken back when its time is over', async () => {
    const { world, enrollmentIds } = await enrolled(2);
    const outcome = await startBulkChange(world.life(), { action: 'pause', enrollmentIds });
    if (outcome.kind !== 'started') throw new Error('refused');
    await runBulks(world.life(), never);
    world.now += 10_001;

    await startBulkRestore(world.life(), { runId: outcome.runId });
    await runBulks(world.life(), never);

    expect(await states(world)).toEqual(['paused', 'paused']);
  });
});
