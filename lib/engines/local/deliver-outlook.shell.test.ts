import { expect, test } from 'vitest';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import { createOutlookMailbox } from '@/lib/mailboxes/outlook/create-outlook-mailbox';
import { DAY, MINUTE } from '@/lib/time/instant';
import { createWorld, type World } from '@/test/support/engine-world';
import { createMicrosoft, type Microsoft } from '@/test/support/microsoft';
import { fetchFromMicrosoft } from '@/test/support/microsoft-hosts';
import { createProviderModel } from '@/test/support/provider-model';

const REP = 'rep@example.com';
/** Longer than any wait of the engine between two attempts in these tests. */
const LATER = 5 * MINUTE;
/** More requests than one email takes, reading the mailbox included. */
const REQUESTS = 32;

type Fault = 'diesBefore' | 'diesAfter' | 'answerLost' | 'offline' | 'busy' | 'throttled';

/** Graph for one rep, whose nth request of all lives of the worker goes wrong. */
async function graphWorld(options: {
  readonly idsSurviveSending: boolean;
  readonly faultAt?: (nth: number, path: string) => Fault | undefined;
}) {
  const world = await createWorld();
  const microsoft = createMicrosoft({
    users: [{ email: REP, name: 'Robin Rep' }],
    clients: [],
    idsSurviveSending: options.idsSurviveSending,
    now: () => world.now,
  });
  const straight = fetchFromMicrosoft(microsoft);
  let asked = 0;
  let die = () => {};
  const dead = () => {
    die();
    return new Promise<never>(() => undefined);
  };
  const answered = (status: number) => new Response('{}', { status });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked += 1;
    switch (options.faultAt?.(asked, new URL(String(input)).pathname)) {
      case 'diesBefore':
        return dead();
      case 'diesAfter':
        await straight(input, init);
        return dead();
      case 'answerLost':
        await straight(input, init);
        throw new TypeError('reset');
      case 'offline':
        throw new TypeError('Failed to fetch');
      case 'busy':
        return answered(503);
      case 'throttled':
        return answered(429);
      case undefined:
        return straight(input, init);
    }
  };
  const token = { kind: 'ok', value: microsoft.tokenFor(REP) } as const;
  const mailbox = createOutlookMailbox({
    fetch,
    clock: { now: () => world.now },
    tokens: { current: async () => token, renew: async () => token },
  });
  /** A worker lives until it has nothing to do, or dies in a request. */
  const live = async () => {
    const died = new Promise<void>((resolve) => {
      die = resolve;
    });
    const engine = world.life({ ...createProviderModel(() => undefined), mailbox });
    await Promise.race([engine.runDue(new AbortController().signal), died]);
    world.now += LATER;
  };
  return { world, microsoft, live, asked: () => asked };
}

async function firstRow({ connection, enrollment }: World) {
  const key = outboxKey(enrollment.id, 'step-1', 0);
  return (await (await connection.get()).getAll('outbox')).find((row) => row.key === key);
}

const keysOf = (microsoft: Microsoft) =>
  microsoft.sent(REP).map(({ headers }) => headers.get('x-sequence-overlay-key'));
const draftsOf = (microsoft: Microsoft) => {
  const mailbox = microsoft.mailboxOf(REP);
  return mailbox.messages.filter(({ folder }) => folder === mailbox.idOf('drafts'));
};

const FAULTS: readonly Fault[] = [
  'diesBefore',
  'diesAfter',
  'answerLost',
  'offline',
  'busy',
  'throttled',
];
const cases: readonly { readonly fault: Fault; readonly idsSurviveSending: boolean }[] = [
  ...FAULTS.map((fault) => ({ fault, idsSurviveSending: true })),
  // Only what has taken effect can have changed an id.
  { fault: 'diesAfter', idsSurviveSending: false },
  { fault: 'answerLost', idsSurviveSending: false },
];

test.each(
  cases,
)('one email leaves through Graph when any one request $fault (ids stay: $idsSurviveSending)', {
  timeout: 60_000,
}, async ({ fault, idsSurviveSending }) => {
  for (let at = 1; at <= REQUESTS; at += 1) {
    const faultAt = (nth: number) => (nth === at ? fault : undefined);
    const { world, microsoft, live } = await graphWorld({ idsSurviveSending, faultAt });

    for (let life = 0; life < 4; life += 1) await live();

    expect(keysOf(microsoft)).toEqual([outboxKey(world.enrollment.id, 'step-1', 0)]);
    expect(draftsOf(microsoft)).toEqual([]);
    expect((await firstRow(world))?.state).toBe('sent');
  }
});

test('the matrix reaches every request that an email takes', async () => {
  const { live, asked } = await graphWorld({ idsSurviveSending: true });

  await live();

  expect(asked()).toBeGreaterThan(10);
  expect(asked()).toBeLessThanOrEqual(REQUESTS);
});

test.each([
  true,
  false,
])('what lies in the outbox for a while is waited for, not sent again (ids stay: %s)', async (idsSurviveSending) => {
  const { world, microsoft, live } = await graphWorld({ idsSurviveSending });
  const mailbox = microsoft.mailboxOf(REP);
  mailbox.hold();

  await live();
  await live();
  mailbox.release();
  await live();

  expect(keysOf(microsoft)).toHaveLength(1);
  expect((await firstRow(world))?.state).toBe('sent');
});

test('a draft that the rep threw away is never sent', async () => {
  const faultAt = (_nth: number, path: string) =>
    path.endsWith('/send') ? ('diesBefore' as const) : undefined;
  const { world, microsoft, live } = await graphWorld({ idsSurviveSending: true, faultAt });
  await live();
  const [draft] = draftsOf(microsoft);
  if (draft === undefined) throw new Error('the worker died with a draft in the mailbox');

  microsoft.mailboxOf(REP).move(draft, 'deleteditems');
  for (let life = 0; life < 12; life += 1) await live();

  expect(keysOf(microsoft)).toEqual([]);
  expect(await firstRow(world)).toMatchObject({ state: 'failed', failure: 'outcomeUnknown' });
});

test('all steps leave in order in one conversation', async () => {
  const { world, microsoft, live } = await graphWorld({ idsSurviveSending: true });

  for (let day = 0; day < 10; day += 1) {
    await live();
    world.now += DAY;
  }

  const sent = microsoft.sent(REP);
  expect(keysOf(microsoft).map((key) => key?.split(':')[1])).toEqual([
    'step-1',
    'step-2',
    'step-3',
  ]);
  expect(new Set(sent.map(({ message }) => message.conversationId)).size).toBe(1);
  expect(sent[2]?.headers.get('references')).toBe(
    `${sent[0]?.headers.get('message-id')} ${sent[1]?.headers.get('message-id')}`,
  );
});
