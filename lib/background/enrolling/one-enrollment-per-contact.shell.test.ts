import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runBulks } from '@/lib/background/bulk/run-bulks';
import { startBulk, startBulkChange } from '@/lib/background/bulk/start-bulk';
import { isLive } from '@/lib/domain/enrollment/enrollment';
import type { EnrollmentId } from '@/lib/domain/ids';
import { SECOND } from '@/lib/time/instant';
import { aSequence, senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';
import { pause, restore, resume, unenroll } from './change-enrollment';
import { enroll } from './enroll';

/** Few, so that most clicks meet another one. */
const PEOPLE = somePeople(2);
const SENDER = senderId('sender-1');
const SEQUENCES = [sequenceId('sequence-1'), sequenceId('sequence-2')] as const;
const never = new AbortController().signal;

/** One click in one of two tabs, on somebody in a list. */
type Click = {
  readonly what:
    | 'enroll'
    | 'unenroll'
    | 'bulkUnenroll'
    | 'undo'
    | 'restore'
    | 'pause'
    | 'resume'
    | 'bulk'
    | 'run';
  readonly who: number;
  readonly sequence: 0 | 1;
  /** On the last enrollment, or on the one before it that a toast still shows. */
  readonly back: 0 | 1;
};

const anyClick = fc.record<Click>({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('enroll', 'unenroll', 'restore') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('bulkUnenroll', 'undo', 'pause', 'resume', 'bulk', 'run'),
    },
  ),
  who: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
  sequence: fc.constantFrom(0, 1),
  back: fc.constantFrom(0, 1),
});

async function enrollmentOf(
  world: WorkerWorld,
  { who, back }: Click,
): Promise<EnrollmentId | undefined> {
  const all = await (await world.database()).getAll('enrollments');
  const own = all.filter(({ to }) => to === PEOPLE[who]?.emails[0]);
  return own.sort((a, b) => b.createdAt - a.createdAt)[back]?.id;
}

async function doClick(world: WorkerWorld, click: Click): Promise<void> {
  const { what, who, sequence } = click;
  const tab = world.life();
  const person = PEOPLE[who];
  const chosen = {
    sequenceId: SEQUENCES[sequence],
    senderId: SENDER,
    placeholders: {},
    accepted: [],
  };
  if (person === undefined) return;
  if (what === 'enroll') return void (await enroll(tab, { person, ...chosen }));
  if (what === 'run') return runBulks(tab, never);
  if (what === 'bulk') {
    return void (await startBulk(tab, {
      people: [...PEOPLE],
      choices: { ...chosen, startStep: 1 },
    }));
  }
  const id = await enrollmentOf(world, click);
  if (id === undefined) return;
  switch (what) {
    case 'unenroll':
      return void (await unenroll(tab, id, 'manual'));
    case 'bulkUnenroll':
      return void (await startBulkChange(tab, { action: 'unenroll', enrollmentIds: [id] }));
    case 'undo':
      return void (await unenroll(tab, id, 'undone'));
    case 'restore':
      return void (await restore(tab, id));
    case 'pause':
      return void (await pause(tab, id));
    case 'resume':
      return void (await resume(tab, id));
  }
}

test('at most one running enrollment per contact, whatever two tabs and two bulks do at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyClick, anyClick, fc.integer({ min: 0, max: 4 })), { maxLength: 14 }),
      async (rounds) => {
        const world = await createWorkerWorld({
          sequences: SEQUENCES.map((id) => aSequence({ id })),
        });
        for (const [left, right, seconds] of rounds) {
          await Promise.all([doClick(world, left), doClick(world, right)]);
          world.now += seconds * SECOND;
          const all = await (await world.database()).getAll('enrollments');
          const held = all.filter(isLive).map(({ to }) => to);
          expect(new Set(held).size).toBe(held.length);
        }
        await runBulks(world.life(), never);
        await expectConsistent(world);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

test('two tabs that enroll the same person at once: one succeeds, the other is told who holds them', async () => {
  const world = await createWorkerWorld();
  const [person] = PEOPLE;
  if (person === undefined) throw new Error('one person');
  const chosen = {
    person,
    sequenceId: SEQUENCES[0],
    senderId: SENDER,
    placeholders: {},
    accepted: [],
  };

  const outcomes = await Promise.all([
    enroll(world.life(), chosen),
    enroll(world.life(), chosen),
    enroll(world.life(), chosen),
  ]);

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['enrolled', 'refused', 'refused']);
  const refused = outcomes.find((outcome) => outcome.kind === 'refused');
  expect(
    refused?.kind === 'refused' && refused.checks.find((c) => c.code === 'alreadyEnrolled'),
  ).toMatchObject({
    result: 'block',
    params: { sequence: 'Introduction', step: 1, steps: 3, owner: 'rep@example.com' },
  });
  await expectConsistent(world);
});
