import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { MINUTE } from '@/lib/time/instant';
import { ada, adaDesk } from '@/test/support/ada-desk';
import { aSequence } from '@/test/support/builders';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { addSuppression, removeSuppression } from './add-suppression';

const never = new AbortController().signal;

let world: WorkerWorld;
beforeEach(async () => {
  world = await createWorkerWorld({
    sequences: [aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS })],
  });
});

const { enrolling, found } = adaDesk(() => world);

describe('the suppression list', () => {
  const add = (...entries: string[]) =>
    addSuppression(world.life(), { entries, reason: 'blocked' });

  test('takes addresses and domains, and says which lines are neither', async () => {
    const outcome = await add('Ada@Engines.example.com', '@rival.example.com', 'nonsense', '', '@');

    expect(outcome).toEqual({ added: 2, invalid: ['nonsense', '@'] });
    expect(await (await world.database()).getAllKeys('suppression')).toEqual([
      '@rival.example.com',
      'ada@engines.example.com',
    ]);
    expect(await add('ADA@engines.example.com')).toEqual({ added: 0, invalid: [] });
  });

  test.each([
    'ada@engines.example.com',
    '@engines.example.com',
  ])('with %s blocks her', async (entry) => {
    await add(entry);

    expect(await found('suppressed')).toMatchObject({ result: 'block', reason: 'blocked' });
  });

  test('ends what is running, at the address and in the domain', async () => {
    await enrolling();
    await enrolling({ person: ada({ emails: ['grace@navy.example.com'] }) });
    await enrolling({ person: ada({ emails: ['jan@other.example.com'] }) });

    await add('ada@engines.example.com', '@navy.example.com');

    const enrollments = await (await world.database()).getAll('enrollments');
    expect(enrollments.map(({ to, state }) => [to, state.kind])).toEqual([
      ['ada@engines.example.com', 'unenrolled'],
      ['grace@navy.example.com', 'unenrolled'],
      ['jan@other.example.com', 'scheduled'],
    ]);
  });

  test('is asked again right before an email leaves', async () => {
    await enrolling();
    const at = world.now;
    const row = { address: '@engines.example.com', reason: 'blocked', at } as const;
    await (await world.database()).put('suppression', row);
    world.now += MINUTE;

    await world.life().engine.runDue(never);

    expect(world.provider.sent).toHaveLength(0);
    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(enrollment?.state).toMatchObject({ kind: 'unenrolled', reason: 'optedOut' });
  });

  test('lets go of whom it is told to', async () => {
    await add('@engines.example.com');

    await removeSuppression(world.life(), { address: '@ENGINES.example.com' });

    expect((await found('suppressed'))?.result).toBe('pass');
  });
});
