import { describe, expect, test } from 'vitest';
import { oneBatch, startedBulk, statusOfBulk } from '@/test/support/bulk-steps';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { runBulks } from './run-bulks';
import { startBulkChange, startBulkRestore } from './start-bulk';

const never = new AbortController().signal;

describe('changing many', () => {
  async function enrolled(count: number) {
    const world = await createWorkerWorld();
    await startedBulk(world, count);
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
    const { rows } = await statusOfBulk(world, outcome.runId);
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
