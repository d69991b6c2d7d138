import { beforeEach, describe, expect, test } from 'vitest';
import { changeSequence } from '@/lib/background/sequences/change-sequence';
import { settleReservation } from '@/lib/store/limits';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { NOW, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { type OneEnrolled, oneEnrolled } from '@/test/support/one-enrolled';
import { aMessage } from '@/test/support/outgoing-messages';
import { pause, restore, unenroll } from './change-enrollment';

const never = new AbortController().signal;

let world: OneEnrolled['world'];
let id: OneEnrolled['id'];
let enrollAgain: OneEnrolled['enrollAgain'];
let stored: OneEnrolled['stored'];

async function enrolled(content: Parameters<typeof oneEnrolled>[0] = {}) {
  ({ world, id, enrollAgain, stored } = await oneEnrolled(content));
}
beforeEach(() => enrolled());

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

  test('leaves once, when it is taken back while the worker drops it', async () => {
    const { mailbox } = world.provider;
    const { createDraft, deleteDraft } = mailbox;
    const seen: string[] = [];
    Object.assign(world.provider, {
      mailbox: {
        ...mailbox,
        createDraft: async (...input: Parameters<typeof createDraft>) => {
          if (seen.length === 0) seen.push((await unenroll(world.life(), id, 'manual')).kind);
          return createDraft(...input);
        },
        deleteDraft: async (...input: Parameters<typeof deleteDraft>) => {
          seen.push((await restore(world.life(), id)).kind);
          return deleteDraft(...input);
        },
      },
    });
    world.now += 10 * SECOND;

    await world.life().engine.runDue(never);

    expect(seen).toEqual(['unenrolled', 'restored']);
    expect(world.provider.sent).toHaveLength(1);
    expect((await stored()).enrollment).toMatchObject({ state: { kind: 'active' }, nextStep: 1 });
    await expectConsistent(world);
  });

  test('is not sent again when it had left: the next one follows it', async () => {
    const { database, sending } = await onItsWay();
    const sent = world.provider.mailbox;
    const draft = await sent.createDraft({ key: sending.key, mime: '', email: aMessage() }, never);
    if (draft.kind !== 'ok') throw new Error('a draft');
    await sent.sendDraft(draft.value.draftId, never);
    const { draftId } = draft.value;
    const limits = database.transaction('limits', 'readwrite');
    const { senderId, dueAt } = sending;
    await settleReservation(limits, senderId, { plannedAt: dueAt, sentAt: world.now });
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
