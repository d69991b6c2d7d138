import { beforeEach, expect, test } from 'vitest';
import { DAY } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { aPerson, enrolled, onHubspot } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { contactStatus } from './contact-status';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const end = new AbortController().signal;
const numbered = (index: number) =>
  aPerson({ name: `Person ${index}`, emails: [`person-${index}@example.com`] });

test('500 people in one call: an answer for each, in their order', async () => {
  const people = Array.from({ length: 500 }, (_, index) => numbered(index));
  for (const index of [0, 77, 499]) await enrolled(world, numbered(index));

  const statuses = await contactStatus(world.deps, people);

  expect(statuses).toHaveLength(500);
  const held = statuses.flatMap((status, index) =>
    status.kind === 'enrolled' ? [[index, status.contactName]] : [],
  );
  expect(held).toEqual([
    [0, 'Person 0'],
    [77, 'Person 77'],
    [499, 'Person 499'],
  ]);
  expect(statuses.filter(({ kind }) => kind === 'free')).toHaveLength(497);
});

test('asking changes nothing', async () => {
  await contactStatus(world.deps, [aPerson()]);

  expect(await (await world.database()).count('contacts')).toBe(0);
  expect(world.changes()).toBe(0);
});

test.each([
  ['nobody at all', aPerson({ name: '', emails: [] })],
  ['a name alone', aPerson({ emails: [] })],
  ['what is no address', aPerson({ emails: ['n/a'] })],
  [
    'a record that nobody has met, without an address',
    aPerson({ emails: [], ref: onHubspot('9') }),
  ],
])('%s is unknown', async (_what, person) => {
  expect(await contactStatus(world.deps, [person])).toEqual([{ kind: 'unknown' }]);
});

test('a known record needs no address on the page', async () => {
  await enrolled(world, aPerson({ ref: onHubspot('101') }));

  const [status] = await contactStatus(world.deps, [
    aPerson({ emails: [], ref: onHubspot('101') }),
  ]);

  expect(status).toMatchObject({ kind: 'enrolled', sequenceName: 'Introduction' });
});

test('an enrolled person is found by any address and in any spelling', async () => {
  await enrolled(world, aPerson({ emails: ['ada@example.com', 'king@example.com'] }));

  const found = await contactStatus(world.deps, [
    aPerson({ emails: ['KING@example.com'] }),
    aPerson({ emails: ['other@example.com', 'ada@example.com'] }),
    aPerson({ emails: ['other@example.com'] }),
  ]);

  expect(found.map(({ kind }) => kind)).toEqual(['enrolled', 'enrolled', 'free']);
});

test('after the first email the status tells the second step and no undo', async () => {
  await enrolled(world);
  world.now = NOW + 10_000;
  await world.deps.engine.runDue(end);

  const [status] = await contactStatus(world.deps, [aPerson()]);

  expect(status).toMatchObject({
    kind: 'enrolled',
    step: 2,
    steps: 3,
    nextAt: NOW + 3 * DAY,
  });
  expect(status).not.toHaveProperty('undoUntil');
});

test.each([
  ['manual', { reason: 'manual', at: NOW, sequenceName: 'Introduction' }],
  ['replied', { reason: 'replied', at: NOW, sequenceName: 'Introduction' }],
  ['undone', undefined],
] as const)('who is free again after %s is shown with the last exit', async (reason, lastExit) => {
  const { enrollmentId } = await enrolled(world);
  await world.deps.engine.exit(enrollmentId, reason);

  expect(await contactStatus(world.deps, [aPerson()])).toEqual([
    { kind: 'free', ...(lastExit && { lastExit }) },
  ]);
});

test('who finished is free, and the status says so', async () => {
  await enrolled(world);
  for (let day = 0; day < 9; day += 1) {
    world.now += DAY;
    await world.deps.engine.runDue(end);
  }

  expect(await contactStatus(world.deps, [aPerson()])).toMatchObject([
    { kind: 'free', lastExit: { reason: 'finished' } },
  ]);
});
