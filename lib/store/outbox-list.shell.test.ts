import { beforeEach, expect, test } from 'vitest';
import { sendDue } from '@/lib/background/send-due';
import { pauseAll } from '@/lib/background/time/pause-all';
import { type Instant, MINUTE, SECOND } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { aPerson, enrolled } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { readOutbox } from './outbox-list';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const wake = (at: Instant) => {
  world.now = at;
  return sendDue({ ...world.deps, readMail: world.readMail }, new AbortController().signal);
};
const read = async (limit = 100) =>
  readOutbox(await world.database(), { limit, parked: 20, now: world.now });
const refusing = async () => {
  world.mailbox = {
    ...world.provider.mailbox,
    createDraft: async () => ({ kind: 'refused', detail: 'invalid' }),
  };
  await enrolled(world);
  await wake(NOW + 10 * SECOND);
  world.mailbox = world.provider.mailbox;
};

test('says who gets what, when, and from whom, a page at a time', async () => {
  for (const name of ['ada', 'grace', 'mary']) {
    world.now += SECOND;
    await enrolled(world, aPerson({ name, emails: [`${name}@${name}.example.com`] }));
  }

  const { lines, hasMore } = await read(2);

  expect(lines.map(({ contactName }) => contactName)).toEqual(['ada', 'grace']);
  expect(lines[0]).toMatchObject({
    from: 'rep@example.com',
    sequenceName: 'Introduction',
    step: 1,
    steps: 3,
    effect: 'email',
    state: 'due',
    planned: NOW + 11 * SECOND,
  });
  expect(hasMore).toBe(true);
});

test('says why something waits', async () => {
  const { enrollmentId } = await enrolled(world);
  await pauseAll(world.deps, true);
  const all = await read();
  await pauseAll(world.deps, false);
  await world.deps.engine.pause(enrollmentId);

  const { lines } = await read();

  expect(all.lines[0]?.waiting).toBe('pausedAll');
  expect(lines[0]).toMatchObject({ paused: 'person' });
  expect(lines[0]?.wakeAt).toBeUndefined();
});

test('what was refused before anything was handed over is tried again, and leaves once', async () => {
  await refusing();
  const parked = (await read()).parked[0];

  const outcome = await world.deps.engine.retry(parked?.key ?? '');
  await wake(NOW + 5 * MINUTE);

  expect(parked).toMatchObject({ failure: 'refused:invalid', mayRetry: true });
  expect(outcome.kind).toBe('retried');
  expect(world.provider.sent).toHaveLength(1);
  expect((await read()).parked).toEqual([]);
  expect(await (await world.database()).getAll('claims')).toHaveLength(1);
});

test('what may have left is never tried again, whoever asks', async () => {
  await refusing();
  const database = await world.database();
  const [row] = await database.getAll('outbox');
  if (row) await database.put('outbox', { ...row, failure: 'outcomeUnknown', handedOverAt: NOW });

  const outcome = await world.deps.engine.retry(row?.key ?? '');

  expect(outcome.kind).toBe('unsafe');
  expect((await read()).parked[0]?.mayRetry).toBe(false);
  expect((await database.getAll('outbox'))[0]?.state).toBe('failed');
});

test('what was tried again and left is not tried a third time', async () => {
  await refusing();
  const key = (await read()).parked[0]?.key ?? '';
  await world.deps.engine.retry(key);
  await wake(NOW + 5 * MINUTE);

  expect((await world.deps.engine.retry(key)).kind).toBe('unsafe');
  expect(world.provider.sent).toHaveLength(1);
});
