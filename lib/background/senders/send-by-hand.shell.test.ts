import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { pause, resume, unenroll } from '@/lib/background/enrolling/change-enrollment';
import { enroll } from '@/lib/background/enrolling/enroll';
import { remind } from '@/lib/background/tasks/remind';
import { taskIdSchema } from '@/lib/domain/ids';
import { createComposeMailbox } from '@/lib/mailboxes/compose/create-compose-mailbox';
import { readAskLines } from '@/lib/options/tasks/read-task-lines';
import type { Notification } from '@/lib/platform/notifications';
import { createComposeShelf } from '@/lib/store/compose-drafts';
import { putTask } from '@/lib/store/tasks';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { aCallStep, address, aSender, aSequence, NOW, zone } from '@/test/support/builders';
import { aPerson } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { addComposeSender } from './add-compose-sender';
import { answerCompose } from './answer-compose';

const never = new AbortController().signal;
const byHand = aSender({ kind: 'compose', composeWith: 'mail' });

let world: UseCaseWorld;
let key: string;
let id: Parameters<typeof unenroll>[1];
let shown: Notification[];
let badges: number[];

const asks = async () => readAskLines(await world.database());
const run = () => world.deps.engine.runDue(never);
const rows = async () => (await world.database()).getAll('outbox');
const enrollment = async () => (await world.database()).get('enrollments', id);
const reminded = () =>
  remind({
    ...world.deps,
    notifications: {
      show: async (one) => void shown.push(one),
      badge: async (count) => void badges.push(count),
    },
  });

async function begin(sequence = aSequence()) {
  world = await createUseCaseWorld({ senders: [byHand], sequences: [sequence] });
  const { connection, clock } = world.deps;
  world.mailbox = createComposeMailbox({
    shelf: createComposeShelf(connection),
    clock,
    sender: byHand,
  });
  const outcome = await enroll(world.deps, {
    person: aPerson(),
    sequenceId: sequence.id,
    senderId: byHand.id,
    placeholders: {},
    accepted: [],
  });
  if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
  id = outcome.status.enrollmentId;
  [shown, badges] = [[], []];
  world.now += 10 * SECOND;
  await run();
  key = (await rows())[0]?.key ?? '';
}
beforeEach(() => begin());

describe('an email of somebody who sends by hand', () => {
  test('is asked for, filled in, and nothing is settled before the rep says so', async () => {
    const [ask, ...others] = await asks();
    world.now += 2 * MINUTE;
    await run();

    expect(others).toEqual([]);
    expect(ask).toMatchObject({ key, to: 'ada@example.com', sequenceName: 'Introduction' });
    expect(ask?.email.url).toMatch(/^mailto:ada@example\.com\?subject=A%20question/);
    expect(await rows()).toMatchObject([{ state: 'sending', waiting: 'confirm' }]);
    expect((await enrollment())?.nextStep).toBe(0);
  });

  test('“I sent it” settles it like any other, and the next one is planned from then', async () => {
    world.now += 5 * MINUTE;

    await answerCompose(world.deps, { key });
    await answerCompose(world.deps, { key });
    await run();

    const [first, second] = (await rows()).sort((a, b) => a.stepIndex - b.stepIndex);
    expect(first).toMatchObject({ state: 'sent', sentAt: world.now, messageId: key });
    expect(second).toMatchObject({ stepIndex: 1, state: 'due' });
    expect(await enrollment()).toMatchObject({ nextStep: 1, thread: { threadId: key } });
    expect(await asks()).toEqual([]);
    expect(world.unexpected).toEqual([]);
  });

  test('said within the half minute that a draft may lag behind, it is settled right after', async () => {
    await answerCompose(world.deps, { key });
    await run();
    const early = (await rows()).map(({ state }) => state);
    world.now += 30 * SECOND;
    await run();

    expect(early).toEqual(['sending']);
    expect((await rows()).some(({ state }) => state === 'sent')).toBe(true);
  });

  test('is asked for once a day, by one notification each', async () => {
    await reminded();
    await reminded();
    const first = shown.length;
    world.now += DAY;
    await run();
    await reminded();

    expect([first, shown.length, badges]).toEqual([1, 2, [1, 1, 1]]);
    expect(shown[0]).toMatchObject({ id: key, title: 'Send an email to ada@example.com' });
    expect(await asks()).toHaveLength(1);
  });

  test('is asked for no more once the contact has left, and its draft goes', async () => {
    await unenroll(world.deps, id, 'manual');
    const after = await asks();
    await run();

    expect(after).toEqual([]);
    expect(await (await world.database()).getAll('composeDrafts')).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'ended' }]);
  });

  test('said after the contact has left, it is noted as sent, for it was', async () => {
    await unenroll(world.deps, id, 'manual');
    await answerCompose(world.deps, { key });
    world.now += MINUTE;
    await run();

    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });

  test('rests while the enrollment is paused, and is asked for again when it goes on', async () => {
    expect(await pause(world.deps, id)).toMatchObject({ kind: 'paused' });
    const resting = await asks();
    world.now += DAY;

    await resume(world.deps, id);
    await run();

    expect(resting).toEqual([]);
    expect(await asks()).toHaveLength(1);
  });
});

describe('reminders', () => {
  test('of tasks come once, when it is time, and take nothing off the list', async () => {
    await begin(aSequence({ steps: [aCallStep({ dueInDays: 1, remindMinutes: 60 })] }));
    await reminded();
    const early = shown.length;
    world.now += DAY - 60 * MINUTE;
    await reminded();
    await reminded();

    expect([early, shown]).toEqual([
      0,
      [{ id: key, title: expect.stringMatching(/^Call /), text: expect.any(String) }],
    ]);
    const [task] = await (await world.database()).getAll('tasks');
    expect([task?.remindAt, task?.doneAt]).toEqual([undefined, undefined]);
  });

  test('of many at once are one', async () => {
    const contact = (await enrollment())?.contactId;
    if (contact === undefined) throw new Error('enrolled');
    const tx = (await world.database()).transaction(['tasks'], 'readwrite');
    for (const n of [1, 2, 3, 4]) {
      const taskId = v.parse(taskIdSchema, `t${n}`);
      const about = { contactId: contact, kind: 'call', title: 'Call' } as const;
      await putTask(tx, { ...about, id: taskId, dueAt: NOW, remindAt: NOW, createdAt: NOW });
    }
    await tx.done;

    await reminded();

    expect(shown).toMatchObject([{ id: 'tasks', title: 'Tasks waiting for you: 5' }]);
  });
});

test('a mailbox that is connected is not made one that sends by hand', async () => {
  world = await createUseCaseWorld({ senders: [aSender()] });
  const input = { name: 'Robin', program: 'mail', zone: zone('Europe/Warsaw') } as const;

  const known = await addComposeSender(world.deps, {
    ...input,
    address: address('rep@example.com'),
  });
  const fresh = await addComposeSender(world.deps, {
    ...input,
    address: address('kim@example.com'),
  });
  const again = await addComposeSender(world.deps, {
    ...input,
    address: address('Kim@example.com'),
  });

  expect([known.kind, fresh.kind, again]).toEqual([
    'connected',
    'added',
    { ...fresh, address: 'Kim@example.com' },
  ]);
  expect(await (await world.database()).getAll('senders')).toHaveLength(2);
});
