import { beforeEach, describe, expect, test } from 'vitest';
import { saveSender } from '@/lib/background/senders/save-sender';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { MINUTE } from '@/lib/time/instant';
import { ada, adaDesk } from '@/test/support/ada-desk';
import {
  address,
  anEmailStep,
  aSender,
  aSequence,
  senderId,
  stepId,
} from '@/test/support/builders';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';

const SENDER = senderId('sender-1');

let world: WorkerWorld;
beforeEach(async () => {
  world = await createWorkerWorld({
    sequences: [aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS })],
  });
});

const { preview, enrolling, found } = adaDesk(() => world);

describe('the contact’s owner as the sender', () => {
  const kim = aSender({
    id: senderId('sender-2'),
    address: address('kim@example.com'),
    addresses: [{ address: address('kim@example.com'), name: 'Kim', isDefault: true }],
  });
  const owned = (owner: string) => ada({ properties: { owner, phone: '123' } });

  beforeEach(async () => {
    world = await createWorkerWorld({ senders: [aSender(), kim] });
  });

  test('is offered where a property holds an address', async () => {
    const { ownerProperties } = await preview({ person: owned('Kim@example.com') });

    expect(ownerProperties).toEqual(['owner']);
  });

  test('sends, whoever was chosen before', async () => {
    const asked = { person: owned('KIM@example.com'), ownerProperty: 'owner' };

    const { senderId: chosen, from, allowed } = await preview(asked);

    expect({ chosen, from, allowed }).toEqual({ chosen: kim.id, from: kim.address, allowed: true });
  });

  test('who is no sender of ours stands in the way', async () => {
    const asked = { person: owned('lee@example.com'), ownerProperty: 'owner' };

    expect(await found('ownerResolved', asked)).toMatchObject({
      result: 'block',
      reason: 'noSender',
      address: 'lee@example.com',
    });
  });
});

test('placeholders of the emails to come are asked for, and fill them in', async () => {
  const steps = [
    anEmailStep({ body: '{{placeholder:The reason}}' }),
    anEmailStep({
      id: stepId('step-2'),
      body: '{{placeholder:The offer}} {{placeholder:The reason}}',
    }),
  ];
  world = await createWorkerWorld({ sequences: [aSequence({ steps })] });

  const { placeholders } = await preview();
  const { placeholders: later } = await preview({ startStep: 2 });
  const refused = await enrolling();
  const filled = { 'The reason': 'It rains.', 'The offer': 'An umbrella.' };
  const { email } = await preview({ placeholders: filled });
  const outcome = await enrolling({ placeholders: filled });

  expect(placeholders).toEqual(['The reason', 'The offer']);
  expect(later).toEqual(['The offer', 'The reason']);
  expect(refused.kind === 'refused' && refused.checks).toContainEqual(
    expect.objectContaining({ code: 'tokensFilled', reason: 'placeholders' }),
  );
  expect(email?.body).toBe('It rains.');
  expect(outcome.kind).toBe('enrolled');
});

describe('a sender', () => {
  test('is changed in what is named; a limit is set and taken away', async () => {
    const change = { senderId: SENDER, adminLimit: 20, perMinute: 3, name: 'Robin R.' };
    await saveSender(world.life(), { ...change, meetingLink: 'https://meet.example.com/robin' });
    const [limited] = (await preview()).senders;
    await saveSender(world.life(), { senderId: SENDER, adminLimit: null, seat: false });
    const [free] = (await preview()).senders;

    expect(limited).toMatchObject({
      limit: { limit: 20 },
      providerLimit: 1_000,
      adminLimit: 20,
      perMinute: 3,
      name: 'Robin R.',
      meetingLink: 'https://meet.example.com/robin',
    });
    expect(free).toMatchObject({ limit: { limit: 1_000 }, name: 'Robin R.', seat: false });
    expect(free).not.toHaveProperty('adminLimit');
    expect(free?.meetingLink).toBe('https://meet.example.com/robin');
  });

  test('writes from the address that was chosen, if it is one of its own', async () => {
    const alias = { address: address('sales@example.com'), name: '', isDefault: false };
    const sender = aSender();
    world = await createWorkerWorld({
      senders: [{ ...sender, addresses: [...sender.addresses, alias] }],
    });

    await saveSender(world.life(), { senderId: SENDER, defaultAddress: address('no@example.com') });
    expect((await preview()).from).toBe('rep@example.com');
    await saveSender(world.life(), { senderId: SENDER, defaultAddress: alias.address });
    expect((await preview()).from).toBe('sales@example.com');
  });
});

test('the first email leaves when it was asked to, and the others count from there', async () => {
  const sendAt = world.now + 3 * 60 * MINUTE;

  const outcome = await enrolling({ sendAt });

  const [row] = await (await world.database()).getAll('outbox');
  expect(outcome).toMatchObject({ kind: 'enrolled', status: { nextAt: sendAt } });
  expect(row).toMatchObject({ dueAt: sendAt, wakeAt: sendAt });
  expect(world.wakes).toEqual([sendAt]);
});
