import { beforeEach, describe, expect, test } from 'vitest';
import { contactStatus } from '@/lib/background/enrolling/contact-status';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import { sendDue } from '@/lib/background/send-due';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { readOverview } from '@/lib/store/overview';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '@/lib/time/instant';
import { aHead, showNext } from '@/test/support/arrivals';
import { NOW } from '@/test/support/builders';
import { aPerson, choicesFor, enrolled } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { pauseAll } from './pause-all';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const wake = (at: Instant) => {
  world.now = at;
  return sendDue({ ...world.deps, readMail: world.readMail }, new AbortController().signal);
};
const sent = () => world.provider.sent.length;
const rows = async () => (await world.database()).getAll('outbox');
const codes = async () =>
  (await (await world.database()).getAll('journal')).map(({ code }) => code);

describe('while everything is paused', () => {
  test('nothing leaves, nothing is rewritten, and nobody is woken for it', async () => {
    await enrolled(world);
    await pauseAll(world.deps, true);
    const before = await rows();
    world.wakes.length = 0;

    await wake(NOW + MINUTE);
    await wake(NOW + 2 * HOUR);

    expect(sent()).toBe(0);
    expect(await rows()).toEqual(before);
    expect(world.wakes).toEqual([]);
    expect(await codes()).toContain('pausedAll');
  });

  test('answers are still noticed and end what they answer', async () => {
    await enrolled(world);
    await wake(NOW + 10 * SECOND);
    await pauseAll(world.deps, true);
    const [{ thread } = {}] = await (await world.database()).getAll('enrollments');
    const reply = aHead(
      { from: 'ada@example.com', to: 'rep@example.com', subject: 'Re: A question' },
      { at: NOW + MINUTE, threadId: thread?.threadId ?? '' },
    );
    showNext(world, { messages: [reply], cursor: '2' });

    await wake(NOW + 2 * MINUTE);

    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(enrollment?.state).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
  });

  test('enrolling stays possible, and says that the first email waits', async () => {
    await pauseAll(world.deps, true);

    const preview = await previewEnrollment(world.deps, choicesFor(aPerson()));
    const status = await enrolled(world);

    expect(preview).toMatchObject({ hold: 'pausedAll', allowed: true });
    expect(status.waiting).toBe('pausedAll');
  });

  test('every surface says so, also of what is only planned', async () => {
    await enrolled(world);
    await wake(NOW + 10 * SECOND);
    await pauseAll(world.deps, true);

    const [status] = await contactStatus(world.deps, [aPerson()]);
    const overview = await readOverview(await world.database(), world.now);

    expect(status).toMatchObject({ kind: 'enrolled', waiting: 'pausedAll' });
    expect(overview.pausedAll).toBe(NOW + 10 * SECOND);
  });
});

describe('going on', () => {
  test('what became due leaves at once, by its planned time', async () => {
    await enrolled(world);
    await pauseAll(world.deps, true);
    await wake(NOW + HOUR);

    await pauseAll(world.deps, false);
    await wake(NOW + HOUR + SECOND);

    expect(sent()).toBe(1);
    expect((await codes()).filter((code) => code === 'resumedAll')).toHaveLength(1);
  });

  test('what became late goes by the lateness rule of its sequence', async () => {
    await enrolled(world);
    await pauseAll(world.deps, true);
    await wake(NOW + 5 * DAY);

    await pauseAll(world.deps, false);
    await wake(NOW + 5 * DAY + SECOND);

    expect(sent()).toBe(0);
    expect((await rows())[0]?.waiting).toBe('late');
  });

  test('twice is once', async () => {
    const answers = [
      await pauseAll(world.deps, true),
      await pauseAll(world.deps, true),
      await pauseAll(world.deps, false),
      await pauseAll(world.deps, false),
    ];

    expect(answers).toEqual([true, false, true, false]);
    expect((await codes()).filter((code) => code === 'pausedAll')).toHaveLength(1);
  });
});

/** Pauses everything in the middle of one call to the mailbox. */
const pausingIn = (name: 'changesSince' | 'createDraft' | 'sendDraft'): Mailbox => {
  const { mailbox } = world.provider;
  const call = async (...input: never[]) => {
    await pauseAll(world.deps, true);
    return Reflect.apply(mailbox[name], mailbox, input);
  };
  return { ...mailbox, [name]: call };
};

test.each([
  ['changesSince', 0],
  ['createDraft', 0],
  // On its way is on its way: it arrives, and is settled.
  ['sendDraft', 1],
] as const)('a click that comes during %s leaves %i email', async (name, count) => {
  await enrolled(world);
  world.mailbox = pausingIn(name);

  await wake(NOW + 10 * SECOND);
  const drafts = world.provider.drafts.size;
  world.mailbox = world.provider.mailbox;
  await wake(NOW + 5 * MINUTE);

  expect(sent()).toBe(count);
  expect(drafts).toBe(0);
  await pauseAll(world.deps, false);
  await wake(NOW + 6 * MINUTE);
  expect(sent()).toBe(1);
});
