import { beforeEach, describe, expect, test } from 'vitest';
import { pause, restore, resume, unenroll } from '@/lib/background/enrolling/change-enrollment';
import type { TaskId } from '@/lib/domain/ids';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { aCallStep, anEmailStep, aSequence, stepId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { type OneEnrolled, oneEnrolled } from '@/test/support/one-enrolled';
import { completeTask, reopenTask } from './complete-task';

const never = new AbortController().signal;
const followUp = anEmailStep({ id: stepId('after'), delay: { days: 2, minutes: 0 } });
/** An email, a call that holds, and an email two days after the call. */
const holding = aSequence({
  steps: [
    anEmailStep(),
    aCallStep({ delay: { days: 1, minutes: 0 }, hold: true, remindMinutes: 30 }),
    followUp,
  ],
});

let at: OneEnrolled;
const life = () => at.world.life();
const run = () => life().engine.runDue(never);
const tasks = async () => (await at.world.database()).getAll('tasks');
async function theTask(): Promise<TaskId> {
  const [task, ...others] = await tasks();
  if (task === undefined || others.length > 0) throw new Error('one task is expected');
  return task.id;
}

/** The email has left and the call is on the list. */
async function called() {
  await at.firstSent();
  at.world.now += DAY;
  await run();
}
async function begin(sequence = holding) {
  at = await oneEnrolled({ sequences: [sequence] });
}
beforeEach(() => begin());

describe('a task step that is due', () => {
  test('becomes one task, whoever runs it and however often', async () => {
    await called();
    await Promise.all([run(), run()]);

    expect(await tasks()).toMatchObject([
      { kind: 'call', priority: 'high', dueAt: at.world.now, ofStep: { stepIndex: 1, hold: true } },
    ]);
    const { enrollment, row, journal } = await at.stored();
    expect(enrollment).toMatchObject({
      state: { kind: 'active' },
      nextStep: 2,
      heldBy: await theTask(),
    });
    expect([row, enrollment?.nextAt]).toEqual([undefined, undefined]);
    expect(journal.filter((code) => code === 'taskMade')).toHaveLength(1);
    await expectConsistent(at.world);
  });

  test('takes no place in the limit and asks the mailbox nothing', async () => {
    await begin(aSequence({ steps: [aCallStep(), followUp] }));
    const before = (await at.stored()).limits.map(({ scheduled }) => scheduled);
    at.world.now += 10 * SECOND;
    await run();

    const after = (await at.stored()).limits.map(({ scheduled }) => scheduled);
    expect([before.filter(Boolean), after.filter(Boolean)]).toEqual([[], [1]]);
    expect(await tasks()).toHaveLength(1);
    expect(at.world.provider.sent).toEqual([]);
    await expectConsistent(at.world);
  });

  test('of a sequence of tasks alone finishes it, and its last task stays to be done', async () => {
    await begin(aSequence({ steps: [aCallStep()] }));
    at.world.now += 10 * SECOND;
    await run();

    const { enrollment } = await at.stored();
    expect(enrollment?.state.kind).toBe('finished');
    expect((await tasks()).map(({ doneAt }) => doneAt)).toEqual([undefined]);
    await expectConsistent(at.world);
  });
});

describe('completing the task that holds', () => {
  test('makes the next email leave at its delay from then', async () => {
    await called();
    at.world.now += 7 * DAY;
    await run();
    const waiting = at.world.provider.sent.length;

    await completeTask(life(), await theTask());
    const done = at.world.now;
    const { row, limits } = await at.stored();
    at.world.now = row?.dueAt ?? 0;
    await run();

    expect(waiting).toBe(1);
    // At the minute of the day that the enrollment keeps.
    expect(row?.dueAt).toBe(done + 2 * DAY - 10 * SECOND);
    expect(limits.map(({ scheduled }) => scheduled).filter(Boolean)).toEqual([1]);
    expect(at.world.provider.sent).toHaveLength(2);
    expect((await at.stored()).enrollment?.state.kind).toBe('finished');
    await expectConsistent(at.world);
  });

  test('twice plans it once; taken back, it waits again', async () => {
    await called();
    const before = await at.stored();
    const id = await theTask();
    await completeTask(life(), id);
    await completeTask(life(), id);
    const planned = await at.stored();

    await reopenTask(life(), id);

    const after = await at.stored();
    expect(planned.row).toMatchObject({ stepIndex: 2 });
    expect([after.row, after.enrollment?.heldBy]).toEqual([undefined, id]);
    expect(after.limits.map(({ scheduled }) => scheduled)).toEqual(
      before.limits.map(({ scheduled }) => scheduled).concat(0),
    );
    await expectConsistent(at.world);
  });

  test('opened again after what followed has left, takes nothing back', async () => {
    await called();
    const id = await theTask();
    await completeTask(life(), id);
    at.world.now += 2 * DAY;
    await run();

    await reopenTask(life(), id);

    const { enrollment } = await at.stored();
    expect(enrollment).toMatchObject({ state: { kind: 'finished' } });
    expect((await tasks())[0]?.doneAt).toBeUndefined();
  });
});

describe('leaving the sequence', () => {
  test('closes the task with why, and undo opens it again, held as before', async () => {
    await called();
    await unenroll(life(), at.id, 'manual');
    const [closed] = await tasks();
    const { journal } = await at.stored();

    at.world.now += 5 * SECOND;
    const outcome = await restore(life(), at.id);

    expect(closed).toMatchObject({ canceled: 'manual' });
    expect(closed).not.toHaveProperty('openDue');
    expect(journal).toContain('taskCanceled');
    expect(outcome).toMatchObject({ kind: 'restored', status: { waiting: 'task' } });
    const [open] = await tasks();
    expect(open?.canceled).toBeUndefined();
    expect(open).toHaveProperty('openEnrollment', at.id);
    await completeTask(life(), await theTask());
    expect((await at.stored()).row).toMatchObject({ stepIndex: 2 });
    await expectConsistent(at.world);
  });

  test('a task that was canceled is not opened again by hand', async () => {
    await called();
    await unenroll(life(), at.id, 'manual');

    await reopenTask(life(), await theTask());

    expect((await tasks())[0]).toMatchObject({ canceled: 'manual' });
  });
});

describe('pausing', () => {
  test('while a task holds: resuming waits for the task and says so', async () => {
    await called();
    expect(await pause(life(), at.id)).toMatchObject({ kind: 'paused' });

    const resumed = await resume(life(), at.id);

    expect(resumed).toMatchObject({ kind: 'resumed', subject: (await tasks())[0]?.title });
    expect(resumed).not.toHaveProperty('nextAt');
    expect((await at.stored()).enrollment).toMatchObject({ state: { kind: 'active' } });
  });

  test('and the task done meanwhile: what follows waits until it goes on', async () => {
    await called();
    await pause(life(), at.id);
    at.world.now += MINUTE;
    await completeTask(life(), await theTask());
    at.world.now += 30 * DAY;
    await run();
    const sent = at.world.provider.sent.length;

    const outcome = await resume(life(), at.id);

    expect(sent).toBe(1);
    expect(outcome).toMatchObject({
      kind: 'resumed',
      nextAt: at.world.now + 2 * DAY - MINUTE - 10 * SECOND,
    });
    await expectConsistent(at.world);
  });

  test('cannot be taken back once the task was done: it would wait for it for ever', async () => {
    await called();
    await pause(life(), at.id);
    await completeTask(life(), await theTask());

    expect(await restore(life(), at.id)).toEqual({ kind: 'tooLate' });
    expect((await at.stored()).row).toMatchObject({ stepIndex: 2 });
    await expectConsistent(at.world);
  });

  test('before a task is due: it is made when the rest of the delay is over', async () => {
    await at.firstSent();
    at.world.now += HOUR;
    await pause(life(), at.id);
    at.world.now += 10 * DAY;
    await run();
    const made = (await tasks()).length;

    const outcome = await resume(life(), at.id);
    at.world.now = outcome.kind === 'resumed' ? (outcome.nextAt ?? 0) : 0;
    await run();

    expect(made).toBe(0);
    expect(outcome).toMatchObject({ kind: 'resumed', subject: expect.stringMatching(/^Call /) });
    expect(await tasks()).toHaveLength(1);
    await expectConsistent(at.world);
  });
});
