import { beforeEach, describe, expect, test } from 'vitest';
import type { EnrollmentId } from '@/lib/domain/ids';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { aSender, NOW, senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';
import { pause, restore, resume, unenroll } from './change-enrollment';
import { changeSequence } from './change-sequence';
import { enroll } from './enroll';

const never = new AbortController().signal;
const [person] = somePeople(1);

let world: WorkerWorld;
let id: EnrollmentId;

async function enrollAgain() {
  if (person === undefined) throw new Error('one person');
  return enroll(world.life(), {
    person,
    sequenceId: sequenceId('sequence-1'),
    senderId: senderId('sender-1'),
    placeholders: {},
    accepted: ['recentlyEnrolled'],
  });
}
async function enrolled(content: Parameters<typeof createWorkerWorld>[0] = {}) {
  world = await createWorkerWorld(content);
  const outcome = await enrollAgain();
  if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
  id = outcome.status.enrollmentId;
}
/** The first email has left, the second is due in three days. */
async function firstSent() {
  world.now += 10 * SECOND;
  await world.life().engine.runDue(never);
  expect(world.provider.sent).toHaveLength(1);
}
async function stored() {
  const database = await world.database();
  const rows = await database.getAll('outbox');
  return {
    enrollment: await database.get('enrollments', id),
    row: rows.find(({ state }) => state === 'due'),
    limits: await database.getAll('limits'),
    journal: (await database.getAll('journal')).map(({ code }) => code),
  };
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

describe('unenrolling', () => {
  test('is taken back whole: claim, email and place in the limit', async () => {
    const before = await stored();

    const outcome = await unenroll(world.life(), id, 'manual');
    expect(await (await world.database()).getAll('claims')).toEqual([]);
    world.now += 10 * SECOND;
    await restore(world.life(), id);

    const after = await stored();
    expect(outcome).toMatchObject({ kind: 'unenrolled', undoUntil: NOW + 10 * SECOND });
    expect(after.row).toEqual(before.row);
    expect(after.enrollment?.state).toEqual({ kind: 'scheduled' });
    expect(after.journal).toEqual(['enrolled', 'unenrolled', 'restored']);
    await expectConsistent(world);
  });

  test('can be taken back for ten seconds and no longer', async () => {
    await unenroll(world.life(), id, 'manual');
    world.now += 10 * SECOND + 1;

    expect(await restore(world.life(), id)).toEqual({ kind: 'tooLate' });
  });

  test('cannot be taken back when somebody has enrolled the contact meanwhile', async () => {
    await unenroll(world.life(), id, 'manual');
    await enrollAgain();

    expect(await restore(world.life(), id)).toEqual({ kind: 'taken' });
    await expectConsistent(world);
  });

  test('is not taken back twice', async () => {
    await unenroll(world.life(), id, 'manual');
    await restore(world.life(), id);

    expect(await restore(world.life(), id)).toEqual({ kind: 'tooLate' });
  });

  test('by an answer cannot be taken back, also not by undoing a pause before it', async () => {
    await pause(world.life(), id);
    await world.life().engine.exit(id, 'replied');

    expect(await restore(world.life(), id)).toEqual({ kind: 'tooLate' });
    expect((await stored()).enrollment?.state).toMatchObject({ reason: 'replied' });
  });

  test('of a sequence that is gone cannot be taken back', async () => {
    await unenroll(world.life(), id, 'manual');
    await changeSequence(world.life(), { id: sequenceId('sequence-1'), action: 'delete' });

    expect(await restore(world.life(), id)).toEqual({ kind: 'tooLate' });
  });

  test('ignores whose sequence it is', async () => {
    const database = await world.database();
    const head = await database.get('sequences', sequenceId('sequence-1'));
    if (head === undefined) throw new Error('a head');
    await database.put('sequences', {
      ...head,
      access: { kind: 'private' },
      owner: 'kim@example.com',
    });

    expect(await unenroll(world.life(), id, 'manual')).toMatchObject({ kind: 'unenrolled' });
  });
});

describe('an email that is on its way when it is unenrolled and taken back', () => {
  async function onItsWay() {
    const database = await world.database();
    const { row } = await stored();
    if (row === undefined) throw new Error('a row');
    const sending = { ...row, state: 'sending', attempts: 1, wakeAt: world.now } as const;
    await database.put('outbox', sending);
    return { database, sending };
  }

  test('leaves, when the worker has not looked yet', async () => {
    await onItsWay();
    await unenroll(world.life(), id, 'manual');
    await restore(world.life(), id);
    world.now += 5 * MINUTE;

    await world.life().engine.runDue(never);

    expect(world.provider.sent).toHaveLength(1);
    expect((await stored()).enrollment).toMatchObject({ state: { kind: 'active' }, nextStep: 1 });
    await expectConsistent(world);
  });

  test('leaves once, when the worker had dropped it', async () => {
    await onItsWay();
    await unenroll(world.life(), id, 'manual');
    await world.life().engine.runDue(never);
    expect(world.provider.sent).toHaveLength(0);

    await restore(world.life(), id);
    await world.life().engine.runDue(never);

    expect(world.provider.sent).toHaveLength(1);
    expect((await stored()).enrollment).toMatchObject({ state: { kind: 'active' }, nextStep: 1 });
    await expectConsistent(world);
  });

  test('is not sent again when it had left: the next one follows it', async () => {
    const { database, sending } = await onItsWay();
    const sent = world.provider.mailbox;
    const draft = await sent.createDraft({ key: sending.key, mime: '' }, never);
    if (draft.kind !== 'ok') throw new Error('a draft');
    await sent.sendDraft(draft.value.draftId, never);
    const { draftId } = draft.value;
    await database.put('outbox', { ...sending, draftId, handedOverAt: world.now });
    await unenroll(world.life(), id, 'manual');
    // The worker asks what became of it, and finds it in Sent.
    await world.life().engine.runDue(never);

    await restore(world.life(), id);
    await world.life().engine.runDue(never);

    const { enrollment, row } = await stored();
    expect(world.provider.sent).toHaveLength(1);
    expect(enrollment).toMatchObject({ state: { kind: 'active' }, nextStep: 1 });
    expect(row).toMatchObject({ stepIndex: 1, dueAt: NOW + 3 * DAY });
    await expectConsistent(world);
  });
});
