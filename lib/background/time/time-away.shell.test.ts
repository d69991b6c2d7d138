import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { resume } from '@/lib/background/enrolling/change-enrollment';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import { sendDue } from '@/lib/background/send-due';
import { type Away, awaySchema } from '@/lib/domain/sender/sender';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { readOverview } from '@/lib/store/overview';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '@/lib/time/instant';
import { address, aSender, aSequence, senderId } from '@/test/support/builders';
import { aPerson, choicesFor, enrolled } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { moveAway } from './move-away';
import { saveAway } from './save-away';

/** Tuesday 24 November 2026, 09:00 in Warsaw. */
const MORNING = Date.parse('2026-11-24T08:00:00Z');
const away = (from: string, to = from): Away => v.parse(awaySchema, { from, to });
const me = senderId('sender-1');
const other = senderId('sender-2');

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld({
    senders: [aSender(), aSender({ id: other, address: address('sam@example.com') })],
    sequences: [aSequence({ settings: { ...DEFAULT_SEQUENCE_SETTINGS, days: 'everyDay' } })],
  });
  world.now = MORNING;
});

const wake = (at: Instant) => {
  world.now = at;
  return sendDue({ ...world.deps, readMail: world.readMail }, new AbortController().signal);
};
const sent = () => world.provider.sent.length;
const inWarsaw = (name = 'ada') =>
  aPerson({ name, emails: [`${name}@${name}.example.com`], zone: 'Europe/Warsaw' });
const openRows = async () =>
  (await (await world.database()).getAll('outbox')).filter(({ state }) => state === 'due');
const saved = async () => (await (await world.database()).get('senders', me))?.away;

test('what is saved is in order, merged, and without what is over', async () => {
  await saveAway(world.deps, {
    senderId: me,
    away: [away('2026-12-02', '2026-12-04'), away('2026-11-01', '2026-11-20'), away('2026-12-01')],
  });

  expect(await saved()).toEqual([away('2026-12-01', '2026-12-04')]);
});

test('what was planned on those days moves at once, with the enrollment and the reservation', async () => {
  await enrolled(world, inWarsaw());
  await wake(MORNING + 10 * SECOND);
  const [planned] = await openRows();

  await saveAway(world.deps, { senderId: me, away: [away('2026-11-27', '2026-11-29')] });
  await moveAway(world.deps);

  const [moved] = await openRows();
  expect(planned?.dueAt).toBe(MORNING + 3 * DAY);
  expect(new Date(moved?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-30T07:/);
  expect(moved).toMatchObject({ waiting: 'away', wakeAt: moved?.dueAt });
  const database = await world.database();
  expect((await database.getAll('enrollments'))[0]?.nextAt).toBe(moved?.dueAt);
  const buckets = (await database.getAll('limits')).filter(({ scheduled }) => scheduled > 0);
  expect(buckets).toHaveLength(1);
  expect(world.wakes).toContain(moved?.dueAt);
  // Moved for the rep's own reason: it is not late then, and says nothing of the kind.
  await wake((moved?.dueAt ?? 0) + MINUTE);
  expect(sent()).toBe(2);
  const codes = (await database.getAll('journal')).map(({ code }) => code);
  expect(codes).not.toContain('sentLate');
  expect(codes.filter((code) => code === 'deferred')).toHaveLength(1);
});

test('a worker that dies before it moves anything moves it when it is due, and nothing leaves', async () => {
  await enrolled(world, inWarsaw());
  await wake(MORNING + 10 * SECOND);
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-27', '2026-11-29')] });

  await wake(MORNING + 3 * DAY + MINUTE);

  const [row] = await openRows();
  expect(sent()).toBe(1);
  expect(row?.waiting).toBe('away');
  expect(new Date(row?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-30T07:/);
});

test('many are moved in one go, each to a minute with room', async () => {
  await (await world.database()).put('senders', aSender({ perMinute: 2 }));
  for (let index = 0; index < 10; index += 1) await enrolled(world, inWarsaw(`p${index}`));
  for (let minute = 1; minute < 7; minute += 1) await wake(MORNING + minute * MINUTE);
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-26', '2026-11-28')] });

  await moveAway(world.deps);

  const rows = await openRows();
  expect(rows).toHaveLength(10);
  expect(rows.every(({ dueAt }) => dueAt >= Date.parse('2026-11-29T07:00Z'))).toBe(true);
  const perMinute = Map.groupBy(rows, ({ dueAt }) => Math.floor(dueAt / MINUTE));
  expect(Math.max(...[...perMinute.values()].map((all) => all.length))).toBeLessThanOrEqual(2);
  expect(await (await world.database()).get('meta', 'awayWork')).toBeUndefined();
});

test('one who is away today holds nobody else’s emails', async () => {
  await saveAway(world.deps, { senderId: other, away: [away('2026-11-24', '2026-11-30')] });
  await enrolled(world, inWarsaw());

  await wake(MORNING + 10 * SECOND);

  expect(sent()).toBe(1);
});

test('who is away enrolls all the same: the plan begins when they are back, and says so', async () => {
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-24', '2026-11-25')] });

  const preview = await previewEnrollment(world.deps, choicesFor(inWarsaw()));
  await enrolled(world, inWarsaw());
  await wake(MORNING + HOUR);

  expect(preview.hold).toBe('away');
  expect(preview.checks.find(({ code }) => code === 'quietTime')?.result).toBe('pass');
  expect(new Date(preview.plan[0]?.at ?? 0).toISOString()).toMatch(/^2026-11-26T07:/);
  expect((await openRows())[0]?.dueAt).toBe(preview.plan[0]?.at);
  expect(sent()).toBe(0);
});

test('the step after one that left waits for the sender', async () => {
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-26', '2026-11-30')] });
  await enrolled(world, inWarsaw());

  await wake(MORNING + 10 * SECOND);

  const [next] = await openRows();
  expect(new Date(next?.dueAt ?? 0).toISOString()).toMatch(/^2026-12-01T07:/);
});

test('what goes on after a pause waits for the sender', async () => {
  const { enrollmentId } = await enrolled(world, inWarsaw());
  await wake(MORNING + 10 * SECOND);
  await world.deps.engine.pause(enrollmentId);
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-26', '2026-11-30')] });
  await moveAway(world.deps);

  const resumed = await resume(world.deps, enrollmentId);

  const next = resumed.kind === 'resumed' && resumed.nextAt;
  expect(new Date(Number(next)).toISOString()).toMatch(/^2026-12-01T07:/);
});

test('surfaces are told when somebody is away, and it is no problem', async () => {
  await enrolled(world, inWarsaw());
  await wake(MORNING + 10 * SECOND);
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-20', '2026-11-29')] });
  await moveAway(world.deps);

  const { senders, problems } = await readOverview(await world.database(), world.now);

  expect(senders.map(({ id, away: days }) => [id, days])).toEqual([
    [me, [away('2026-11-20', '2026-11-29')]],
    [other, []],
  ]);
  expect(problems).toEqual([]);
});

test('days that are taken back leave what has moved where it is', async () => {
  await enrolled(world, inWarsaw());
  await wake(MORNING + 10 * SECOND);
  await saveAway(world.deps, { senderId: me, away: [away('2026-11-27')] });
  await moveAway(world.deps);
  const before = await openRows();

  await saveAway(world.deps, { senderId: me, away: [] });
  await moveAway(world.deps);

  expect(await openRows()).toEqual(before);
  expect(await saved()).toEqual([]);
});
