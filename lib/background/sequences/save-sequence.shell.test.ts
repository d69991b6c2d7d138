import { beforeEach, describe, expect, test } from 'vitest';
import { anEmailStep, aSequence, sequenceId, stepId } from '@/test/support/builders';
import { aDraft, sequenceDesk } from '@/test/support/sequence-desk';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { duplicateSequence, saveSequence } from './save-sequence';

const FIRST = sequenceId('sequence-1');

let world: WorkerWorld;
beforeEach(async () => {
  world = await createWorkerWorld();
});

const { saved, current, enrollInto } = sequenceDesk(() => world);

describe('saving', () => {
  test('makes a sequence whose first step waits for nothing', async () => {
    const { id, version } = await saved(aDraft());

    const { sequence, head } = await current(id);
    expect(version).toBe(1);
    expect(sequence).toMatchObject({ name: 'Follow-up', owner: 'local', state: 'active' });
    expect(sequence.steps[0]?.delay).toEqual({ days: 0, minutes: 0 });
    expect(head).toMatchObject({ steps: 1, live: 0, paused: false });
  });

  test('makes the next version; whoever is in it keeps theirs', async () => {
    await enrollInto(FIRST);
    const before = await current(FIRST);

    await saved(aDraft({ id: FIRST, basedOn: 1, name: 'Shorter' }));

    const [enrollment] = await (await world.database()).getAll('enrollments');
    const { head, sequence } = await current(FIRST);
    expect(head).toMatchObject({ version: 2, name: 'Shorter', steps: 1, live: 1 });
    expect(sequence.createdAt).toBe(world.now);
    expect(enrollment?.sequenceVersion).toBe(1);
    const database = await world.database();
    expect(await database.get('sequenceVersions', [FIRST, 1])).toEqual({
      ...before.sequence,
      state: 'active',
    });
  });

  test('keeps the ids of steps, each once, and makes new ones for new steps', async () => {
    const [first, second] = aSequence().steps;
    if (first === undefined || second === undefined) throw new Error('two steps');
    const foreign = { ...first, id: stepId('of-another-sequence') };

    await saved(aDraft({ id: FIRST, steps: [second, second, foreign] }));

    const ids = (await current(FIRST)).sequence.steps.map((step) => step.id as string);
    expect(ids[0]).toBe('step-2');
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('of-another-sequence');
  });

  test('never overwrites what somebody else has saved meanwhile', async () => {
    await saved(aDraft({ id: FIRST, basedOn: 1 }));

    const outcome = await saveSequence(
      world.life(),
      aDraft({ id: FIRST, basedOn: 1, name: 'Late' }),
    );

    expect(outcome).toEqual({ kind: 'conflict', version: 2 });
    expect((await current(FIRST)).head.name).toBe('Follow-up');
  });

  test('of two tabs at once keeps one, and tells the other', async () => {
    const outcomes = await Promise.all([
      saveSequence(world.life(), aDraft({ id: FIRST, basedOn: 1 })),
      saveSequence(world.life(), aDraft({ id: FIRST, basedOn: 1 })),
    ]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  });

  test('refuses a token that would leave raw, and says where it stands', async () => {
    const outcome = await saveSequence(
      world.life(),
      aDraft({ steps: [anEmailStep({ subject: 'Hi {{contact first}}' })] }),
    );

    expect(outcome).toEqual({
      kind: 'invalid',
      errors: [{ step: 0, field: 'subject', code: 'badPath', start: 3, end: 20 }],
    });
    expect(await (await world.database()).getAll('sequences')).toHaveLength(1);
  });

  test('of one that is gone says so', async () => {
    const id = sequenceId('never-was');

    expect(await saveSequence(world.life(), aDraft({ id }))).toEqual({ kind: 'missing' });
    expect(await duplicateSequence(world.life(), { id, name: 'Copy' })).toEqual({
      kind: 'missing',
    });
  });
});

test('a duplicate is a sequence of its own, with steps of its own', async () => {
  const outcome = await duplicateSequence(world.life(), { id: FIRST, name: 'Copy' });

  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  const [copy, original] = [await current(outcome.id), await current(FIRST)];
  const texts = ({ sequence }: typeof copy) => sequence.steps.map(({ id: _id, ...step }) => step);
  expect(texts(copy)).toEqual(texts(original));
  expect(copy.sequence).toMatchObject({ name: 'Copy', version: 1, state: 'active' });
  const ids = [copy, original].flatMap(({ sequence }) => sequence.steps.map((step) => step.id));
  expect(new Set(ids).size).toBe(6);
});
