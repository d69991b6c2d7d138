import { beforeEach, describe, expect, test } from 'vitest';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import { MINUTE, SECOND } from '@/lib/time/instant';
import { aSequence, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { aDraft, sequenceDesk } from '@/test/support/sequence-desk';
import {
  createWorkerWorld,
  somePeople,
  turns,
  type WorkerWorld,
} from '@/test/support/worker-world';
import { changeSequence } from './change-sequence';
import { emptyDeletedSequences } from './empty-deleted-sequences';
import { saveSequence } from './save-sequence';

const never = new AbortController().signal;
const FIRST = sequenceId('sequence-1');
const [person] = somePeople(1);

let world: WorkerWorld;
beforeEach(async () => {
  world = await createWorkerWorld();
});

const { saved, current, enrollInto } = sequenceDesk(() => world);

describe('archiving', () => {
  test('takes nobody any more, and those who are in it go on', async () => {
    await enrollInto(FIRST);

    await changeSequence(world.life(), { id: FIRST, action: 'archive' });
    world.now += 10 * SECOND;
    await world.life().engine.runDue(never);

    const refused = await enrollInto(FIRST, 1);
    expect(refused.kind === 'refused' && refused.checks).toContainEqual(
      expect.objectContaining({ code: 'sequenceAvailable', reason: 'archived' }),
    );
    expect(world.provider.sent).toHaveLength(1);
  });

  test('is taken back, also after an edit', async () => {
    await changeSequence(world.life(), { id: FIRST, action: 'archive' });
    await saved(aDraft({ id: FIRST }));
    expect((await current(FIRST)).sequence.state).toBe('archived');

    await changeSequence(world.life(), { id: FIRST, action: 'restore' });

    expect((await enrollInto(FIRST)).kind).toBe('enrolled');
  });
});

describe('pausing a sequence', () => {
  test('takes nobody and sends nothing; resuming sends what was due', async () => {
    await enrollInto(FIRST);
    await changeSequence(world.life(), { id: FIRST, action: 'pause' });
    world.now += 10 * SECOND;
    await world.life().engine.runDue(never);

    const refused = await enrollInto(FIRST, 1);
    const [row] = await (await world.database()).getAll('outbox');
    expect(world.provider.sent).toHaveLength(0);
    expect(row).toMatchObject({ state: 'due', waiting: 'paused' });
    expect(refused.kind === 'refused' && refused.checks).toContainEqual(
      expect.objectContaining({ code: 'sequenceNotPaused', result: 'block' }),
    );

    world.now += MINUTE;
    await changeSequence(world.life(), { id: FIRST, action: 'resume' });
    await world.life().engine.runDue(never);

    expect(world.provider.sent).toHaveLength(1);
    expect(world.wakes.at(-1)).toBe(world.now);
  });
});

describe('deleting', () => {
  test('unenrolls everybody, and nobody can be enrolled or edit it again', async () => {
    for (let index = 0; index < 3; index += 1) await enrollInto(FIRST, index);

    const outcome = await changeSequence(world.life(), { id: FIRST, action: 'delete' });

    const enrollments = await (await world.database()).getAll('enrollments');
    expect(outcome).toEqual({ kind: 'changed', enrollments: 3 });
    expect(enrollments.map(({ state }) => state)).toEqual(
      enrollments.map(() => ({ kind: 'unenrolled', at: world.now, reason: 'sequenceDeleted' })),
    );
    expect(await enrollInto(FIRST, 4)).toMatchObject({
      kind: 'refused',
      checks: expect.arrayContaining([
        expect.objectContaining({ code: 'sequenceAvailable', reason: 'deleted' }),
      ]),
    });
    expect(await saveSequence(world.life(), aDraft({ id: FIRST }))).toEqual({ kind: 'missing' });
    expect(await changeSequence(world.life(), { id: FIRST, action: 'restore' })).toEqual({
      kind: 'missing',
    });
    await expectConsistent(world);
  });

  test('by a worker that dies in the middle sends nothing more, and the next one goes on', async () => {
    for (let index = 0; index < 30; index += 1) await enrollInto(FIRST, index);
    // The mark, the look at all sequences and the first 25; then dead.
    void changeSequence(world.life({ reaches: 3 }), { id: FIRST, action: 'delete' });
    const live = async () => (await (await world.database()).get('sequences', FIRST))?.live;
    while ((await live()) !== 5) await turns(10);

    await emptyDeletedSequences(world.life());

    expect(await live()).toBe(0);
    await expectConsistent(world);
  });

  test('ends an email that is due before everybody is unenrolled', async () => {
    await enrollInto(FIRST);
    void changeSequence(world.life({ reaches: 1 }), { id: FIRST, action: 'delete' });
    while ((await current(FIRST)).head.state !== 'deleted') await turns(10);
    world.now += MINUTE;

    await world.life().engine.runDue(never);

    expect(world.provider.sent).toHaveLength(0);
    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(enrollment?.state).toMatchObject({ reason: 'sequenceDeleted' });
  });
});

describe('who may enroll', () => {
  const theirs = (access: ReturnType<typeof aSequence>['access']) =>
    aSequence({ id: sequenceId('theirs'), name: 'Theirs', owner: 'kim@example.com', access });

  test.each([
    { access: { kind: 'private' as const }, teams: [], allowed: false },
    {
      access: { kind: 'specific' as const, users: [], teams: ['North'] },
      teams: [],
      allowed: false,
    },
    {
      access: { kind: 'specific' as const, users: [], teams: ['North'] },
      teams: ['North'],
      allowed: true,
    },
    {
      access: { kind: 'specific' as const, users: ['rep@example.com'], teams: [] },
      teams: [],
      allowed: true,
    },
    { access: { kind: 'everyone' as const }, teams: [], allowed: true },
  ])('into $access: $allowed', async ({ access, teams, allowed }) => {
    world = await createWorkerWorld({ sequences: [aSequence(), theirs(access)] });
    world.settings = { ...world.settings, teams };
    if (person === undefined) throw new Error('nobody');

    const preview = await previewEnrollment(world.life(), { person, placeholders: {} });
    const outcome = await enrollInto(sequenceId('theirs'));

    expect(preview.sequences.map(({ name }) => name)).toEqual(
      allowed ? ['Introduction', 'Theirs'] : ['Introduction'],
    );
    expect(outcome.kind).toBe(allowed ? 'enrolled' : 'refused');
    if (outcome.kind === 'refused') {
      expect(outcome.checks).toContainEqual(
        expect.objectContaining({ code: 'sequenceAvailable', reason: 'notShared' }),
      );
    }
  });
});
