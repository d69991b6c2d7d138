import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import { sequenceSchema } from '@/lib/domain/sequence/sequence';
import { emailTextsOf } from '@/lib/domain/sequence/texts-of';
import { aSequence } from '@/test/support/builders';
import { aPerson } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { firstRun } from './first-run';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld({ sequences: [] });
});

const stored = async () => {
  const database = await world.database();
  return {
    heads: await database.getAll('sequences'),
    versions: await database.getAll('sequenceVersions'),
  };
};

test('a new rep gets one sequence with three emails to begin with', async () => {
  await firstRun(world.deps);

  const { heads, versions } = await stored();
  expect(heads).toMatchObject([{ state: 'active', steps: 3, live: 0, version: 1 }]);
  const [sequence] = versions.map((row) => v.parse(sequenceSchema, row));
  expect(sequence?.name).not.toBe('');
  expect(sequence?.steps.map(({ delay }) => delay.days)).toEqual([0, 3, 4]);
  expect(new Set(sequence?.steps.map(({ id }) => id)).size).toBe(3);
  for (const step of sequence?.steps ?? []) expect(emailTextsOf(step)).not.toContain('');
});

test('a person of whom only the address is known can be enrolled in it', async () => {
  await firstRun(world.deps);

  const preview = await previewEnrollment(world.deps, {
    person: aPerson({ name: '' }),
    placeholders: {},
  });

  expect(preview.checks.filter(({ result }) => result === 'block')).toEqual([]);
  expect(preview.email?.body).not.toContain('{{');
});

test('running it again, or twice at once, adds nothing', async () => {
  await Promise.all([firstRun(world.deps), firstRun(world.deps)]);
  const once = await stored();

  await firstRun(world.deps);

  expect(once.heads).toHaveLength(1);
  expect(await stored()).toEqual(once);
});

test('a rep who has sequences, even an archived one, keeps just those', async () => {
  world = await createUseCaseWorld({ sequences: [aSequence({ state: 'archived' })] });
  const before = await stored();

  await firstRun(world.deps);

  expect(await stored()).toEqual(before);
});
