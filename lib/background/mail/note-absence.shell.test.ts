import { beforeEach, describe, expect, test } from 'vitest';
import { resume } from '@/lib/background/enrolling/change-enrollment';
import { contactStatus } from '@/lib/background/enrolling/contact-status';
import { DAY, HOUR } from '@/lib/time/instant';
import { type AnswersWorld, createAnswersWorld, fromAda } from '@/test/support/answers-world';
import { aPerson } from '@/test/support/people';

let answers: AnswersWorld;

beforeEach(async () => {
  answers = await createAnswersWorld();
});

const AUTOMATIC = {
  subject: 'Automatic reply: A question, Ada',
  'auto-submitted': 'auto-generated',
};
const note = () => fromAda(answers, AUTOMATIC);
/** The world's day is Tuesday, 24 November 2026. */
const BACK = 'I am out of the office and back on December 14.';
const BACK_AT = Date.parse('2026-12-13T23:00:00Z');

async function rowOf() {
  const rows = await (await answers.world.database()).getAll('outbox');
  return rows.find(({ state }) => state === 'due');
}

describe('an absence note', () => {
  test('lets the enrollment rest until its writer is back', async () => {
    const { world, ada, read, stateOf, codes } = answers;

    await read(note(), BACK);

    expect(await stateOf(ada)).toMatchObject({ kind: 'paused', why: 'absence', until: BACK_AT });
    expect(await rowOf()).toMatchObject({ wakeAt: BACK_AT });
    expect(await codes()).toEqual(['enrolled', 'stepSent', 'absenceSeen']);
    const [status] = await contactStatus(world.deps, [
      aPerson({ emails: ['ada@engines.example.net'] }),
    ]);
    expect(status).toMatchObject({ paused: true, pause: { why: 'absence', until: BACK_AT } });
  });

  test('that says nothing about its end lets it rest for two weeks', async () => {
    const { world, ada, read, stateOf } = answers;

    await read(note(), 'I am out of the office.');

    expect(await stateOf(ada)).toMatchObject({ until: world.now + 14 * DAY });
  });

  test('is over by itself: the email leaves then, and not before', async () => {
    const { world, ada, read, runDue, stateOf, codes } = answers;
    await read(note(), BACK);

    world.now = BACK_AT - HOUR;
    await runDue();
    expect(world.provider.sent).toHaveLength(1);
    world.now = BACK_AT + HOUR;
    await runDue();

    expect(world.provider.sent).toHaveLength(2);
    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await codes()).toEqual(['enrolled', 'stepSent', 'absenceSeen', 'resumed', 'stepSent']);
  });

  test('does not put off what is planned for later', async () => {
    const { world, read, runDue } = answers;
    const planned = (await rowOf())?.dueAt ?? 0;
    await read(note(), 'I am out of the office until tomorrow, November 25.');

    world.now = planned - HOUR;
    await runDue();

    expect(world.provider.sent).toHaveLength(1);
    expect(await rowOf()).toMatchObject({ dueAt: planned, wakeAt: planned });
  });

  test('ends when the rep says so, with what was planned', async () => {
    const { world, ada, read, stateOf } = answers;
    const planned = (await rowOf())?.dueAt;
    await read(note(), BACK);

    await resume(world.deps, ada.enrollmentId);

    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await rowOf()).toMatchObject({ dueAt: planned, wakeAt: planned });
  });

  test('that is read again does not undo what the rep decided', async () => {
    const { world, ada, read, stateOf } = answers;
    const message = note();
    await read(message, BACK);
    await resume(world.deps, ada.enrollmentId);

    await read(message, BACK);

    expect(await stateOf(ada)).toEqual({ kind: 'active' });
  });

  test('that is read when it is over is only kept', async () => {
    const { world, ada, read, stateOf, codes } = answers;
    const message = note();
    world.now = BACK_AT + DAY;

    await read(message, BACK);

    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await codes()).toContain('absenceSeen');
  });

  test('that cannot be read now is read again before anything leaves', async () => {
    const { world, ada, read, stateOf } = answers;
    const { mailbox } = world.provider;
    world.mailbox = { ...mailbox, readText: async () => ({ kind: 'unavailable' }) };
    const message = note();
    await read(message, BACK);
    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await answers.codes()).toEqual(['enrolled', 'stepSent']);

    world.mailbox = mailbox;
    await read(message, BACK);

    expect(await stateOf(ada)).toMatchObject({ kind: 'paused', until: BACK_AT });
  });

  test('of somebody who answers as well changes nothing about the answer', async () => {
    const { ada, read, stateOf } = answers;
    await read(note(), BACK);

    await read(fromAda(answers), 'I am back early, yes please.');

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
    expect(await rowOf()).toBeUndefined();
  });
});
