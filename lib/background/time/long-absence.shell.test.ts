// Long because it is the rule book of an absence: what leaves, what moves, what is asked, what is told.
import { beforeEach, describe, expect, test } from 'vitest';
import { restore, resume, skip, unenroll } from '@/lib/background/enrolling/change-enrollment';
import { enroll } from '@/lib/background/enrolling/enroll';
import { sendDue } from '@/lib/background/send-due';
import type { JournalCode } from '@/lib/domain/journal-entry';
import { DEFAULT_SEQUENCE_SETTINGS, type SequenceSettings } from '@/lib/domain/sequence/settings';
import { readOverview } from '@/lib/store/overview';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '@/lib/time/instant';
import { aHead, showNext } from '@/test/support/arrivals';
import { aSender, aSequence } from '@/test/support/builders';
import { aPerson, choicesFor, enrolled, statusIn } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { dismissCatchUp } from './finish-catch-up';

/** Tuesday 24 November 2026, 09:00 in Warsaw. */
const MORNING = Date.parse('2026-11-24T08:00:00Z');
const office = (settings: Partial<SequenceSettings> = {}) =>
  aSequence({ settings: { ...DEFAULT_SEQUENCE_SETTINGS, ...settings } });
const inWarsaw = (name = 'Ada', to = 'ada@example.com') =>
  aPerson({ name, emails: [to], zone: 'Europe/Warsaw' });

let world: UseCaseWorld;
const createOffice = (settings: Partial<SequenceSettings> = {}, sender = aSender()) =>
  createUseCaseWorld({ senders: [sender], sequences: [office(settings)] });
beforeEach(async () => {
  world = await createOffice();
});

/** The worker wakes at an instant, as an alarm wakes it. */
const wake = (at: Instant) => {
  world.now = at;
  return sendDue({ ...world.deps, readMail: world.readMail }, new AbortController().signal);
};
/** The first email has left at nine, the next is planned for Friday at nine. */
const running = async () => {
  world.now = MORNING;
  const status = await enrolled(world, inWarsaw());
  await wake(MORNING + 10 * SECOND);
  return status.enrollmentId;
};
const FRIDAY = Date.parse('2026-11-27T08:00:00Z');
const sent = () => world.provider.sent.length;
const rows = async () => (await world.database()).getAll('outbox');
const openRow = async () =>
  (await rows()).find(({ state }) => state === 'due' || state === 'sending');
const theEnrollment = async () => (await (await world.database()).getAll('enrollments'))[0];
const codes = async (...wanted: readonly JournalCode[]) =>
  (await (await world.database()).getAll('journal')).filter(({ code }) => wanted.includes(code));
const caughtUp = async () => (await readOverview(await world.database(), world.now)).catchUp;

describe('the computer slept over a planned time', () => {
  test('within the hours the email leaves at once, and the journal says how late', async () => {
    await running();

    await wake(FRIDAY + 3 * HOUR);

    expect(sent()).toBe(2);
    const [late] = await codes('sentLate');
    expect(late?.params).toMatchObject({ step: 2, minutes: 180, planned: FRIDAY });
    expect(await caughtUp()).toEqual({
      since: MORNING + 10 * SECOND,
      sent: 1,
      moved: 0,
      asked: 0,
      replies: 0,
    });
    const [entry] = await codes('catchUp');
    expect(entry?.params).toMatchObject({ sent: 1, hours: 75 });
  });

  test('a few minutes late is not worth a word', async () => {
    await running();

    await wake(FRIDAY + 20 * MINUTE);

    expect(sent()).toBe(2);
    expect(await codes('sentLate')).toEqual([]);
  });

  test('outside the hours it moves to the next window, which is said once and not again', async () => {
    await running();

    await wake(FRIDAY + 12 * HOUR);
    const moved = await openRow();
    await wake((moved?.dueAt ?? 0) + MINUTE);

    expect(new Date(moved?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-30T07:/);
    const [deferred] = await codes('deferred');
    expect(deferred?.params).toMatchObject({ reason: 'window', until: moved?.dueAt });
    expect(sent()).toBe(2);
    expect(await codes('sentLate', 'askedLate')).toEqual([]);
    expect(await caughtUp()).toMatchObject({ moved: 1, sent: 1 });
  });

  test('one that is late again after it was moved says so', async () => {
    world = await createOffice({ askWhenLateDays: 10 });
    await running();
    await wake(FRIDAY + 12 * HOUR);

    await wake(Date.parse('2026-11-30T12:00:00Z'));

    expect(sent()).toBe(2);
    expect(await codes('sentLate')).toHaveLength(1);
  });

  test('a computer that is on at night only asks one day, and does not move it for ever', async () => {
    await running();
    for (const day of [0, 1, 2, 3]) await wake(FRIDAY + 12 * HOUR + day * DAY);
    const moves = (await codes('deferred')).length;

    await wake(FRIDAY + 12 * HOUR + 4 * DAY);

    expect(moves).toBeLessThanOrEqual(2);
    expect(sent()).toBe(1);
    expect((await theEnrollment())?.state).toMatchObject({ kind: 'paused', why: 'late' });
  });

  test('a first email late within its hours leaves too, and says so', async () => {
    world.now = MORNING;
    await enrolled(world, inWarsaw());

    await wake(MORNING + 5 * HOUR);

    expect(sent()).toBe(1);
    expect((await codes('sentLate'))[0]?.params).toMatchObject({ step: 1 });
  });
});

describe('so late that the rep is asked', () => {
  const WEEK_LATER = FRIDAY + 7 * DAY + 2 * HOUR;

  test('nothing leaves, and every surface says that somebody has to decide', async () => {
    await running();

    await wake(WEEK_LATER);

    expect(sent()).toBe(1);
    expect((await theEnrollment())?.state).toEqual({
      kind: 'paused',
      why: 'late',
      since: WEEK_LATER,
      remainingMs: 0,
    });
    expect(await openRow()).toMatchObject({ state: 'due', waiting: 'late', dueAt: FRIDAY });
    expect((await codes('askedLate'))[0]?.params).toMatchObject({ step: 2, days: 7 });
    const overview = await readOverview(await world.database(), world.now);
    expect(overview.problems).toEqual([
      { code: 'late', senderId: 'sender-1', address: 'rep@example.com', count: 1 },
    ]);
    expect(overview.catchUp).toMatchObject({ asked: 1, sent: 0 });
    // It is asked once.
    await wake(WEEK_LATER + MINUTE);
    expect(await codes('askedLate')).toHaveLength(1);
  });

  test('a first email asks as well', async () => {
    world.now = MORNING;
    await enrolled(world, inWarsaw());

    await wake(MORNING + 5 * DAY);

    expect(sent()).toBe(0);
    expect((await openRow())?.waiting).toBe('late');
  });

  test('“send” sends at once within the hours', async () => {
    const id = await running();
    await wake(WEEK_LATER);

    const outcome = await resume(world.deps, id);
    await wake(WEEK_LATER + MINUTE);

    expect(outcome).toMatchObject({ kind: 'resumed', nextAt: WEEK_LATER });
    expect(sent()).toBe(2);
    expect(await codes('askedLate')).toHaveLength(1);
  });

  test('“send” at night is the next window', async () => {
    const id = await running();
    await wake(FRIDAY + 6 * DAY + 13 * HOUR);

    await resume(world.deps, id);
    await wake(FRIDAY + 6 * DAY + 14 * HOUR);

    expect(sent()).toBe(1);
    const row = await openRow();
    expect(new Date(row?.dueAt ?? 0).toISOString()).toMatch(/^2026-12-04T07:/);
    expect(row?.waiting).toBeUndefined();
  });

  test('“skip this step” goes on with the one after it, and can be taken back', async () => {
    const id = await running();
    await wake(WEEK_LATER);
    const asked = await openRow();

    const outcome = await skip(world.deps, id);
    const next = await openRow();
    const undone = await restore(world.deps, id);

    expect(outcome).toMatchObject({ kind: 'skipped', nextAt: next?.dueAt });
    expect(next).toMatchObject({ stepIndex: 2, state: 'due' });
    expect(undone.kind).toBe('restored');
    expect(await openRow()).toEqual(asked);
    expect((await theEnrollment())?.state).toMatchObject({ kind: 'paused', why: 'late' });
    expect(sent()).toBe(1);
  });

  test('skipping the last step finishes, and taking that back holds the contact again', async () => {
    world = await createUseCaseWorld({
      sequences: [{ ...office(), steps: office().steps.slice(0, 2) }],
    });
    const id = await running();
    await wake(WEEK_LATER);

    const outcome = await skip(world.deps, id);
    const finished = await theEnrollment();
    const free = await (await world.database()).getAll('claims');
    await restore(world.deps, id);

    expect(outcome.kind).toBe('skipped');
    expect(finished?.state.kind).toBe('finished');
    expect(free).toEqual([]);
    expect(await (await world.database()).getAll('claims')).toHaveLength(1);
    expect((await openRow())?.waiting).toBe('late');
    const scheduled = await (await world.database()).getAll('limits');
    expect(scheduled.reduce((sum, bucket) => sum + bucket.scheduled, 0)).toBe(1);
  });

  test('“unenroll” ends it', async () => {
    const id = await running();
    await wake(WEEK_LATER);

    await unenroll(world.deps, id, 'manual');
    await wake(WEEK_LATER + DAY);

    expect(sent()).toBe(1);
    expect((await theEnrollment())?.state.kind).toBe('unenrolled');
    const overview = await readOverview(await world.database(), world.now);
    expect(overview.problems).toEqual([]);
  });
});

describe('after a long absence', () => {
  test('answers are read before anything leaves, and what they end is not sent', async () => {
    await running();
    const { threadId = '' } = (await theEnrollment())?.thread ?? {};
    const reply = aHead(
      { from: 'ada@example.com', to: 'rep@example.com', subject: 'Re: A question' },
      { at: FRIDAY - HOUR, threadId },
    );
    const asked = showNext(world, { messages: [reply], cursor: '2' });

    await wake(FRIDAY + 2 * HOUR);

    expect(asked.length).toBeGreaterThan(0);
    expect(sent()).toBe(1);
    expect((await theEnrollment())?.state).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
    expect(await caughtUp()).toMatchObject({ sent: 0, replies: 1 });
  });

  test('a month later everybody is asked about, whatever was planned', async () => {
    await running();
    world.now = MORNING + HOUR;
    await enrolled(world, inWarsaw('Grace', 'grace@navy.example.com'));
    await wake(MORNING + HOUR + 10 * SECOND);

    await wake(FRIDAY + 30 * DAY);

    expect(sent()).toBe(2);
    expect(await caughtUp()).toMatchObject({ sent: 0, asked: 2 });
  });

  test('what may leave leaves spaced, within the limit, and is counted to the end', async () => {
    const sender = aSender({ perMinute: 3, adminLimit: 20 });
    world = await createOffice({ askWhenLateDays: 90 }, sender);
    world.now = MORNING;
    for (let index = 0; index < 10; index += 1) {
      await enrolled(world, inWarsaw(`Person ${index}`, `person${index}@c${index}.example.com`));
    }
    for (let minute = 1; minute <= 6; minute += 1) await wake(MORNING + minute * MINUTE);
    expect(sent()).toBe(10);
    // The limit was lowered meanwhile: seven of ten fit.
    const database = await world.database();
    const [before] = await database.getAll('senders');
    if (before) await database.put('senders', { ...before, adminLimit: 7 });
    const back = Date.parse('2026-12-29T09:00:00Z');

    const perWake: number[] = [];
    for (let minute = 0; minute < 6; minute += 1) {
      const earlier = sent();
      await wake(back + minute * MINUTE);
      perWake.push(sent() - earlier);
    }

    expect(perWake).toEqual([3, 3, 1, 0, 0, 0]);
    expect(await caughtUp()).toMatchObject({ sent: 7, moved: 3, asked: 0 });
    const late = await codes('sentLate');
    expect(late).toHaveLength(7);
  });

  test('a worker that dies in the middle goes on counting where it began', async () => {
    await running();
    world.now = FRIDAY + 3 * HOUR;
    const dying = { ...world.deps, readMail: () => new Promise<never>(() => undefined) };
    void sendDue(dying, new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 50));

    await wake(FRIDAY + 3 * HOUR + MINUTE);

    expect(sent()).toBe(2);
    expect(await caughtUp()).toMatchObject({ sent: 1 });
    expect(await codes('catchUp')).toHaveLength(1);
  });

  test('when nothing was to be done nothing is said', async () => {
    await running();

    await wake(MORNING + DAY);

    expect(await caughtUp()).toBeUndefined();
    expect(await codes('catchUp')).toEqual([]);
  });

  test('two absences that nobody has looked at are told together, until they are dismissed', async () => {
    await running();
    await wake(FRIDAY + 3 * HOUR);
    // The third email was planned for Thursday.
    await wake(FRIDAY + 6 * DAY + 3 * HOUR);
    const told = await caughtUp();

    await dismissCatchUp(world.deps);

    expect(told).toMatchObject({ since: MORNING + 10 * SECOND, sent: 2 });
    expect(await caughtUp()).toBeUndefined();
  });
});

test('an email that was enrolled late at night by a person is not late', async () => {
  world.now = Date.parse('2026-11-24T21:00:00Z');
  statusIn(await enroll(world.deps, choicesFor(inWarsaw(), { accepted: ['quietTime'] })));

  await wake(world.now + 10 * SECOND);

  expect(sent()).toBe(1);
  expect(await codes('sentLate', 'askedLate', 'deferred')).toEqual([]);
});
