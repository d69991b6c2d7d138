import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { aSender } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { type OneEnrolled, oneEnrolled } from '@/test/support/one-enrolled';
import { pause, restore, resume, unenroll } from './change-enrollment';

const never = new AbortController().signal;

let world: OneEnrolled['world'];
let id: OneEnrolled['id'];
let firstSent: OneEnrolled['firstSent'];
let stored: OneEnrolled['stored'];

async function enrolled(content: Parameters<typeof oneEnrolled>[0] = {}) {
  ({ world, id, firstSent, stored } = await oneEnrolled(content));
}
beforeEach(() => enrolled());

describe('pausing', () => {
  test('keeps what is left of the delay and the place in the limit, and nothing leaves', async () => {
    await firstSent();
    world.now += DAY;

    const outcome = await pause(world.life(), id);
    world.now += 30 * DAY;
    await world.life().engine.runDue(never);

    const { enrollment, row, limits } = await stored();
    expect(outcome).toEqual({ kind: 'paused', undoUntil: world.now - 30 * DAY + 10 * SECOND });
    expect(enrollment?.state).toMatchObject({ kind: 'paused' });
    expect(row?.wakeAt).toBeUndefined();
    expect(limits.map(({ scheduled }) => scheduled).filter(Boolean)).toEqual([1]);
    expect(world.provider.sent).toHaveLength(1);
    await expectConsistent(world);
  });

  test('waits for an email that is on its way', async () => {
    const database = await world.database();
    const { row } = await stored();
    if (row === undefined) throw new Error('a row');
    await database.put('outbox', { ...row, state: 'sending', attempts: 1 });

    expect(await pause(world.life(), id)).toEqual({ kind: 'sending' });
  });

  test('of what has ended says so', async () => {
    await unenroll(world.life(), id, 'manual');

    expect(await pause(world.life(), id)).toEqual({ kind: 'notEnrolled' });
  });

  test('is taken back: the email leaves when it was due', async () => {
    await firstSent();
    const before = await stored();

    await pause(world.life(), id);
    world.now += 9 * SECOND;
    const outcome = await restore(world.life(), id);

    const after = await stored();
    expect(outcome.kind).toBe('restored');
    expect(after.row).toEqual(before.row);
    expect(after.enrollment).toMatchObject({
      state: { kind: 'active' },
      nextAt: before.row?.dueAt,
    });
    expect(after.limits).toEqual(before.limits);
  });
});

describe('resuming', () => {
  test('says what goes out and when: what was left of the delay, from now', async () => {
    await firstSent();
    const due = (await stored()).row?.dueAt ?? 0;
    world.now = due - HOUR;
    await pause(world.life(), id);
    world.now += 5 * DAY;

    const outcome = await resume(world.life(), id);

    expect(outcome).toEqual({
      kind: 'resumed',
      nextAt: world.now + HOUR,
      subject: 'A question, Person',
      zone: 'Europe/Warsaw',
      undoUntil: world.now + 10 * SECOND,
    });
    expect(world.wakes.at(-1)).toBe(world.now + HOUR);
    const { row, limits } = await stored();
    expect(row).toMatchObject({ dueAt: world.now + HOUR, wakeAt: world.now + HOUR });
    const booked = limits.filter(({ scheduled }) => scheduled > 0);
    expect(booked).toHaveLength(1);
    expect(booked[0]?.start).toBeLessThanOrEqual(world.now + HOUR);
    expect(booked[0]?.start).toBeGreaterThan(world.now + HOUR - 5 * MINUTE);
  });

  test('of what is not paused says so', async () => {
    expect(await resume(world.life(), id)).toEqual({ kind: 'notPaused' });
  });

  test('is taken back: it rests as before', async () => {
    await firstSent();
    await pause(world.life(), id);
    const before = await stored();
    world.now += DAY;

    await resume(world.life(), id);
    world.now += SECOND;
    const outcome = await restore(world.life(), id);

    const after = await stored();
    expect(outcome).toMatchObject({ kind: 'restored', status: { paused: true } });
    expect(after.enrollment?.state).toEqual(before.enrollment?.state);
    expect(after.row).toEqual(before.row);
    await expectConsistent(world);
  });

  test('cannot be taken back once the email has left', async () => {
    world.now += 10 * SECOND;
    await pause(world.life(), id);
    await resume(world.life(), id);
    await world.life().engine.runDue(never);
    expect(world.provider.sent).toHaveLength(1);

    expect(await restore(world.life(), id)).toEqual({ kind: 'tooLate' });
  });

  test('goes to where the day has room', async () => {
    await enrolled({ senders: [aSender({ dailyLimit: 1 })] });
    await firstSent();
    await pause(world.life(), id);
    const { enrollment } = await stored();
    // Everything but the place of the first email is free again; now is full.
    const database = await world.database();
    if (enrollment?.state.kind !== 'paused') throw new Error('paused');
    await database.put('enrollments', {
      ...enrollment,
      state: { ...enrollment.state, remainingMs: 0 },
    });

    const outcome = await resume(world.life(), id);

    expect(outcome.kind === 'resumed' && outcome.nextAt).toBeGreaterThan(world.now + 23 * HOUR);
  });
});
