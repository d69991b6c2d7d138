import { beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '@/lib/domain/meeting/meeting';
import type { CalendarResult } from '@/lib/mailboxes/calendars/calendar';
import { MINUTE } from '@/lib/time/instant';
import { ADA, type AnswersWorld, createAnswersWorld } from '@/test/support/answers-world';

let answers: AnswersWorld;

beforeEach(async () => {
  answers = await createAnswersWorld();
});

/** The calendar answers this, and remembers from when on it was asked. */
function calendar(result: CalendarResult): readonly number[] {
  const asked: number[] = [];
  answers.world.calendar = {
    kind: 'google',
    meetingsSince: async (since) => {
      asked.push(since);
      return result;
    },
  };
  return asked;
}

function aMeeting(overrides: Partial<Meeting> = {}): Meeting {
  const { now } = answers.world;
  return {
    id: 'meeting-1',
    canceled: false,
    host: 'rita@seller.example.com',
    guests: [{ address: ADA, answer: 'none' }],
    createdAt: now,
    updatedAt: now,
    ...overrides,
  };
}

async function look() {
  const { world } = answers;
  const [sender] = await (await world.database()).getAll('senders');
  if (sender === undefined) throw new Error('a sender');
  return world.readMail(sender);
}

const meetings = async () =>
  (await (await answers.world.database()).getAll('workflowEvents')).filter(
    ({ event }) => event.type === 'meetingBooked',
  );

describe('a meeting in the calendar', () => {
  test('ends the enrollment of its guest, and workflows hear of it once', async () => {
    const { ada, stateOf, codes } = answers;
    calendar({ kind: 'ok', value: [aMeeting()] });

    await look();
    await look();

    expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'meetingBooked' });
    expect(await codes()).toEqual(['enrolled', 'stepSent', 'meetingSeen', 'unenrolled']);
    expect(await meetings()).toMatchObject([
      { contactId: ada.contactId, event: { sequenceId: 'sequence-1' } },
    ]);
  });

  test.each<[string, Partial<Meeting>]>([
    ['is not the rep’s', { host: 'bob@engines.example.net' }],
    ['was canceled', { canceled: true }],
    ['the contact will not come to', { guests: [{ address: ADA, answer: 'declined' }] }],
    ['was made before the enrollment', { createdAt: 0, updatedAt: 0 }],
  ])('that %s ends nothing', async (_what, more) => {
    const { ada, stateOf } = answers;
    calendar({ kind: 'ok', value: [aMeeting(more)] });

    await look();

    expect(await stateOf(ada)).toEqual({ kind: 'active' });
    expect(await meetings()).toEqual([]);
  });

  test('ends nothing where the sequence says so, and is noted all the same', async () => {
    answers = await createAnswersWorld({ meeting: 'off' });
    calendar({ kind: 'ok', value: [aMeeting()] });

    await look();
    await look();

    expect(await answers.stateOf(answers.ada)).toEqual({ kind: 'active' });
    expect(await answers.codes()).toEqual(['enrolled', 'stepSent', 'meetingSeen']);
    expect(await meetings()).toHaveLength(1);
  });

  test('ends it for everybody at the company where the sequence says so', async () => {
    answers = await createAnswersWorld({ meeting: 'company' });
    const { bob, eve } = await answers.others();
    calendar({ kind: 'ok', value: [aMeeting()] });

    await look();

    expect(await answers.stateOf(bob)).toMatchObject({ reason: 'colleagueMet' });
    expect(await answers.stateOf(eve)).toMatchObject({ kind: 'scheduled' });
  });

  test('keeps an email from leaving that is due in the same minute', async () => {
    const { world, runDue, stateOf } = answers;
    const { bob } = await answers.others();
    const sentBefore = world.provider.sent.length;
    calendar({
      kind: 'ok',
      value: [aMeeting({ guests: [{ address: 'bob@engines.example.net', answer: 'accepted' }] })],
    });

    world.now += MINUTE;
    await runDue();

    expect(await stateOf(bob)).toMatchObject({ reason: 'meetingBooked' });
    // Eve's has left.
    expect(world.provider.sent).toHaveLength(sentBefore + 1);
  });
});

describe('a calendar', () => {
  test('is read on from the last look, with some overlap', async () => {
    const { world } = answers;
    const asked = calendar({ kind: 'ok', value: [] });

    const first = world.now;
    await look();
    world.now += 10 * MINUTE;
    await look();

    expect(asked.at(-1)).toBe(first - 5 * MINUTE);
  });

  test('that nobody lets us see is no failure, and every surface can say so', async () => {
    calendar({ kind: 'notGranted' });

    expect(await look()).toBeUndefined();

    const [sender] = await (await answers.world.database()).getAll('senders');
    expect(sender?.calendar).toEqual({ state: 'notGranted', readAt: answers.world.now });
  });

  test('that said no is asked again after an hour, or when the rep has connected again', async () => {
    const { world } = answers;
    const asked = calendar({ kind: 'notGranted' });
    await look();
    world.now += MINUTE;
    await look();
    expect(asked).toHaveLength(1);

    const database = await world.database();
    const [sender] = await database.getAll('senders');
    if (sender === undefined) throw new Error('a sender');
    await database.put('senders', { ...sender, connectedAt: world.now });
    await look();
    expect(asked).toHaveLength(2);

    world.now += 61 * MINUTE;
    await look();
    expect(asked).toHaveLength(3);
  });

  test('that cannot be read now keeps emails from leaving, like the mailbox', async () => {
    const { world, runDue } = answers;
    await answers.others();
    const sentBefore = world.provider.sent.length;
    calendar({ kind: 'unavailable' });

    world.now += MINUTE;
    await runDue();

    expect(world.provider.sent).toHaveLength(sentBefore);
  });
});
