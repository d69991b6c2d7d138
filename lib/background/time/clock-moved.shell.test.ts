import { beforeEach, expect, test } from 'vitest';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import { sendDue } from '@/lib/background/send-due';
import { readOverview } from '@/lib/store/overview';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '@/lib/time/instant';
import { showNext } from '@/test/support/arrivals';
import { aSender, NOW } from '@/test/support/builders';
import { aPerson, choicesFor, enrolled } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const wake = (at: Instant) => {
  world.now = at;
  return sendDue({ ...world.deps, readMail: world.readMail }, new AbortController().signal);
};
const sent = () => world.provider.sent.length;
const openRow = async () =>
  (await (await world.database()).getAll('outbox')).find(
    ({ state }) => state === 'due' || state === 'sending',
  );
const theSender = async () => (await (await world.database()).getAll('senders'))[0];
const someone = (name: string) =>
  aPerson({ name, emails: [`${name}@${name}.example.com`], zone: 'Europe/Warsaw' });

test('three days ahead and back: nothing is sent twice, and mail is read by the new clock', async () => {
  await enrolled(world);
  await wake(NOW + 10 * SECOND);
  await wake(NOW + 3 * DAY + MINUTE);
  const ahead = sent();
  const asked = showNext(world);

  await wake(NOW + 2 * MINUTE);
  await wake(NOW + 3 * MINUTE + SECOND);

  expect(ahead).toBe(2);
  expect(sent()).toBe(2);
  // Without a look at the clock nothing would have been read for three days.
  expect(asked).toHaveLength(2);
  const journal = await (await world.database()).getAll('journal');
  const back = journal.filter(({ code }) => code === 'clockMovedBack');
  expect(back.map(({ params }) => params)).toEqual([{ minutes: 3 * 1_440 - 1 }]);
});

test('an hour back: what waits for another try is tried by the new clock', async () => {
  await enrolled(world);
  const { mailbox } = world.provider;
  world.mailbox = { ...mailbox, createDraft: async () => ({ kind: 'unavailable' }) };
  await wake(NOW + HOUR + 10 * SECOND);
  const waiting = await openRow();
  world.mailbox = mailbox;

  await wake(NOW + 15 * SECOND);
  await wake(NOW + 2 * MINUTE);

  expect(waiting?.waiting).toBe('unavailable');
  expect(waiting?.wakeAt).toBeGreaterThan(NOW + HOUR);
  expect(sent()).toBe(1);
});

test('a day back after a worker died while sending: the draft is asked about soon, and sent once', async () => {
  await enrolled(world);
  const { mailbox } = world.provider;
  world.mailbox = {
    ...mailbox,
    sendDraft: async (...input) => {
      await mailbox.sendDraft(...input);
      return { kind: 'unavailable' };
    },
  };
  await wake(NOW + DAY);
  const lost = await openRow();
  world.mailbox = mailbox;

  await wake(NOW + 10 * SECOND);
  await wake(NOW + 2 * MINUTE);

  expect(lost?.handedOverAt).toBe(NOW + DAY);
  expect(sent()).toBe(1);
  const [first] = await (await world.database()).getAll('outbox');
  expect(first?.state).toBe('sent');
});

test('a clock put back gives no place in the limit away a second time', async () => {
  world = await createUseCaseWorld({ senders: [aSender({ adminLimit: 2 })] });
  for (const name of ['ada', 'grace']) await enrolled(world, someone(name));
  await wake(NOW + 2 * DAY);
  const used = async () =>
    (await readOverview(await world.database(), world.now)).senders[0]?.limit.used;
  const preview = () => previewEnrollment(world.deps, choicesFor(someone('mary')));

  await wake(NOW + MINUTE);
  const back = [await used(), (await preview()).allowed];
  await wake(NOW + DAY + HOUR);
  const nextDay = [await used(), (await preview()).allowed];

  expect(sent()).toBe(2);
  expect(back).toEqual([2, false]);
  expect(nextDay).toEqual([0, true]);
});

test('planned times are instants and stay where they are', async () => {
  await enrolled(world);
  await wake(NOW + 10 * SECOND);
  const planned = await openRow();
  await wake(NOW + HOUR);

  await wake(NOW + 10 * MINUTE);

  expect(await openRow()).toEqual(planned);
  expect((await theSender())?.polledAt).toBeLessThanOrEqual(NOW + 10 * MINUTE);
});

test('a clock that is put right by seconds is nobody’s concern', async () => {
  await enrolled(world);
  await wake(NOW + 10 * SECOND);

  await wake(NOW - 20 * SECOND);

  const journal = await (await world.database()).getAll('journal');
  expect(journal.filter(({ code }) => code === 'clockMovedBack')).toEqual([]);
});
