import { beforeEach, describe, expect, test } from 'vitest';
import { enrollmentId, NOW } from '@/test/support/builders';
import { aPerson, enrolled } from '@/test/support/people';
import { createProviderModel } from '@/test/support/provider-model';
import { createUseCaseWorld, touched, type UseCaseWorld } from '@/test/support/use-case-world';
import { unenroll } from './change-enrollment';
import { contactStatus } from './contact-status';

const { signal } = new AbortController();

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const booked = async () =>
  (await touched(world)).limits.reduce((sum, { scheduled }) => sum + scheduled, 0);

describe('undo before the first email leaves', () => {
  test('gives everything back: the contact, the limit, the count, the email', async () => {
    const { enrollmentId: id } = await enrolled(world);

    expect(await unenroll(world.deps, id, 'undone')).toEqual({
      kind: 'unenrolled',
      sequenceName: 'Introduction',
    });

    const stored = await touched(world);
    expect(stored.claims).toEqual([]);
    expect(stored.outbox).toEqual([]);
    expect(await booked()).toBe(0);
    expect(stored.heads).toMatchObject([{ live: 0 }]);
    expect(stored.enrollments).toMatchObject([{ state: { kind: 'unenrolled', reason: 'undone' } }]);
    expect(stored.enrollments[0]).not.toHaveProperty('liveNext');
    expect(stored.journal.map(({ code, actor }) => [code, actor])).toEqual([
      ['enrolled', 'person'],
      ['undone', 'person'],
    ]);
    expect(await contactStatus(world.deps, [aPerson()])).toEqual([{ kind: 'free' }]);
  });

  test('means that nothing ever leaves', async () => {
    const { enrollmentId: id } = await enrolled(world);
    await unenroll(world.deps, id, 'undone');

    world.now += 60_000;
    await world.deps.engine.runDue(signal);

    expect(world.provider.calls).toEqual([]);
  });

  test('leaves the contact free to be enrolled again at once', async () => {
    const first = await enrolled(world);
    await unenroll(world.deps, first.enrollmentId, 'undone');

    const second = await enrolled(world);

    expect(second.contactId).toBe(first.contactId);
    expect(second.enrollmentId).not.toBe(first.enrollmentId);
    expect(await booked()).toBe(1);
  });

  test('twice at once happens once', async () => {
    const { enrollmentId: id } = await enrolled(world);

    const outcomes = await Promise.all([
      unenroll(world.deps, id, 'undone'),
      unenroll(world.deps, id, 'undone'),
    ]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['notEnrolled', 'unenrolled']);
    expect((await touched(world)).heads).toMatchObject([{ live: 0 }]);
  });
});

describe('undo that comes too late', () => {
  test('after the email has left changes nothing', async () => {
    const { enrollmentId: id } = await enrolled(world);
    world.now += 10_000;
    await world.deps.engine.runDue(signal);
    const before = await touched(world);

    expect(await unenroll(world.deps, id, 'undone')).toEqual({ kind: 'tooLate' });

    expect(await touched(world)).toEqual(before);
  });

  test.each([
    1, 2, 3,
  ])('while a worker is sending it (request %i of it hangs) changes nothing', async (call) => {
    const { enrollmentId: id } = await enrolled(world);
    const provider = createProviderModel((n) => (n === call ? 'diesBefore' : undefined));
    world.mailbox = provider.mailbox;
    world.now += 10_000;
    // A life that ends in the middle: it is never waited for, only until its request is out.
    world.deps.engine.runDue(signal).catch(() => undefined);
    while (provider.calls.length < call) await new Promise((resolve) => setImmediate(resolve));
    const before = await touched(world);

    // Before the row is taken (the first request reads mail) there is still time.
    const expected = call === 1 ? 'unenrolled' : 'tooLate';
    expect((await unenroll(world.deps, id, 'undone')).kind).toBe(expected);

    if (call > 1) expect(await touched(world)).toEqual(before);
  });
});

describe('unenrolling', () => {
  test('after the first email drops the next one and frees the contact', async () => {
    const { enrollmentId: id } = await enrolled(world);
    world.now += 10_000;
    await world.deps.engine.runDue(signal);

    expect((await unenroll(world.deps, id, 'manual')).kind).toBe('unenrolled');

    const stored = await touched(world);
    expect(stored.claims).toEqual([]);
    expect(stored.outbox.map(({ state }) => state)).toEqual(['sent']);
    expect(await booked()).toBe(0);
    expect(stored.heads).toMatchObject([{ live: 0 }]);
    expect(stored.enrollments).toMatchObject([
      { state: { kind: 'unenrolled', reason: 'manual', at: NOW + 10_000 }, nextStep: 1 },
    ]);
  });

  test('an enrollment that has ended, or never was, changes nothing', async () => {
    const { enrollmentId: id } = await enrolled(world);
    await unenroll(world.deps, id, 'manual');
    const before = await touched(world);

    expect(await unenroll(world.deps, id, 'manual')).toEqual({ kind: 'notEnrolled' });
    expect(await unenroll(world.deps, enrollmentId('nobody'), 'manual')).toEqual({
      kind: 'notEnrolled',
    });

    expect(await touched(world)).toEqual(before);
  });
});
