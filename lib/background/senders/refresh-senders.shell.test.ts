import { beforeEach, expect, test } from 'vitest';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { DAY, HOUR } from '@/lib/time/instant';
import { address, aSender, NOW } from '@/test/support/builders';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { refreshSenders } from './refresh-senders';

const never = new AbortController().signal;
const own = { address: address('rep@example.com'), name: 'Robin Rep', isDefault: true };
const sales = { address: address('sales@example.com'), name: 'Sales', isDefault: false };
let world: WorkerWorld;
let asked: number;
let answer: Awaited<ReturnType<Mailbox['profile']>>;

beforeEach(async () => {
  await begin();
});

async function begin(sender: Parameters<typeof aSender>[0] = {}): Promise<void> {
  world = await createWorkerWorld({
    senders: [aSender({ addresses: [own], profileAt: NOW, ...sender })],
  });
  asked = 0;
  answer = {
    kind: 'ok',
    value: {
      address: own.address,
      addresses: [{ ...own, signature: '<p>Robin, now in Leeds</p>' }, sales],
      cursor: '99',
      dailyLimit: 350,
    },
  };
  const profile: Mailbox['profile'] = async () => {
    asked += 1;
    return answer;
  };
  Object.assign(world.provider, { mailbox: { ...world.provider.mailbox, profile } });
}

const tick = () => refreshSenders(world.life(), never);
const stored = async () => (await world.database()).get('senders', aSender().id);

test('a new signature and a new alias are known a day later, and the rep’s limits stay', async () => {
  world.now = NOW + DAY;

  await tick();

  expect(await stored()).toMatchObject({
    addresses: [{ signature: '<p>Robin, now in Leeds</p>' }, { address: 'sales@example.com' }],
    profileAt: world.now,
    dailyLimit: aSender().dailyLimit,
    cursor: aSender().cursor,
  });
});

test('nobody is asked twice a day', async () => {
  world.now = NOW + DAY - 1;
  await tick();
  expect(asked).toBe(0);

  world.now = NOW + DAY;
  await tick();
  await tick();

  expect(asked).toBe(1);
});

test('the address that the rep chose to write from stays chosen', async () => {
  await begin({
    addresses: [
      { ...own, isDefault: false },
      { ...sales, isDefault: true },
    ],
  });
  world.now = NOW + DAY;

  await tick();

  const chosen = (await stored())?.addresses.filter(({ isDefault }) => isDefault);
  expect(chosen?.map((one) => one.address)).toEqual(['sales@example.com']);
});

test('a mailbox that cannot be read keeps what is known, and is asked again in an hour', async () => {
  answer = { kind: 'unavailable' };
  world.now = NOW + DAY;
  await tick();
  world.now += HOUR - 1;
  await tick();
  expect(asked).toBe(1);
  expect((await stored())?.addresses).toEqual([own]);

  world.now += 1;
  await tick();

  expect(asked).toBe(2);
});

test('access that was taken back is noticed here as well', async () => {
  answer = { kind: 'revoked' };
  world.now = NOW + DAY;

  await tick();

  expect((await stored())?.connection).toBe('revoked');
});

test.each([
  { kind: 'compose' },
  { connection: 'revoked' },
] as const)('nobody is asked for %o', async (sender) => {
  await begin({ ...sender, profileAt: 0 });

  await tick();

  expect(asked).toBe(0);
});
