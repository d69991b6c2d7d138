import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/domain/contact/person';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import type { Choices } from '@/lib/rpc/protocol';
import { MINUTE, SECOND } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import {
  address,
  anEmailStep,
  aSender,
  aSequence,
  senderId,
  sequenceId,
  stepId,
} from '@/test/support/builders';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { addSuppression, removeSuppression } from './add-suppression';
import { unenroll } from './change-enrollment';
import { enroll } from './enroll';
import { previewEnrollment } from './preview-enrollment';
import { saveCalendar } from './save-calendar';
import { saveSender } from './save-sender';

const SENDER = senderId('sender-1');
const SEQUENCE = sequenceId('sequence-1');
const never = new AbortController().signal;

let world: WorkerWorld;
beforeEach(async () => {
  world = await createWorkerWorld({
    sequences: [aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS })],
  });
});

const person = (overrides: Partial<Person> = {}): Person => ({
  name: 'Ada Lovelace',
  emails: ['ada@engines.example.com'],
  zone: 'Europe/Warsaw',
  properties: {},
  ...overrides,
});
const preview = (choices: Partial<Choices> = {}) =>
  previewEnrollment(world.life(), { person: person(), placeholders: {}, ...choices });
const enrolling = (choices: Partial<Choices> = {}) =>
  enroll(world.life(), {
    person: person(),
    sequenceId: SEQUENCE,
    senderId: SENDER,
    placeholders: {},
    accepted: ['quietTime', 'recentlyEnrolled', 'sameCompany', 'zoneKnown'],
    ...choices,
  });
async function found(code: string, choices: Partial<Choices> = {}) {
  const { checks } = await preview(choices);
  const check = checks.find((one) => one.code === code);
  return check && { result: check.result, reason: check.reason, ...check.params };
}

describe('public holidays', () => {
  beforeEach(async () => {
    const day = (date: string, name: string) => ({ date: v.parse(localDateSchema, date), name });
    const until = v.parse(localDateSchema, '2027-12-31');
    await saveCalendar(world.life(), {
      calendars: [
        { id: 'PL', days: [day('2026-11-24', 'Święto')], until },
        { id: 'GH', days: [], until },
        { id: 'own', days: [day('2026-11-25', 'Moving')], until },
      ],
      zoneCountries: { 'Europe/Warsaw': 'PL', 'Africa/Accra': 'GH' },
    });
  });

  test.each([
    { who: 'of the zone', zone: 'Europe/Warsaw', country: '', quiet: true },
    { who: 'named on the page', zone: 'Africa/Accra', country: 'Poland', quiet: true },
    { who: 'named in Polish', zone: 'Africa/Accra', country: 'polska', quiet: true },
    { who: 'given as a code', zone: 'Africa/Accra', country: 'pl', quiet: true },
    { who: 'elsewhere', zone: 'Europe/Warsaw', country: 'Ghana', quiet: false },
    { who: 'that nobody can read', zone: 'Europe/Warsaw', country: 'Ruritania', quiet: true },
  ])('are those of the country $who', async ({ zone, country, quiet }) => {
    const asked = { person: person({ zone, properties: country ? { country } : {} }) };

    const check = await found('quietTime', asked);

    if (quiet) expect(check).toMatchObject({ result: 'warn', holiday: 'Święto' });
    else expect(check).toEqual({ result: 'pass', reason: undefined });
  });

  test('and own closed days move the first email on, and the plan of the others', async () => {
    const { offers, plan } = await preview();

    // The 24th is a holiday, the 25th closed; the window opens at eight.
    const [offer] = offers;
    expect(offer?.why).toBe('window');
    expect(new Date(offer?.at ?? 0).toISOString()).toMatch(/^2026-11-26T07:00/);
    const days = plan.map(({ at }) => new Date(at).toISOString().slice(0, 10));
    expect(days).toEqual(['2026-11-24', '2026-11-30', '2026-12-04']);
  });

  test('count for the emails that follow', async () => {
    const outcome = await enrolling();
    if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
    world.now += 10 * SECOND;

    await world.life().engine.runDue(never);

    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(new Date(enrollment?.nextAt ?? 0).toISOString()).toMatch(/^2026-11-30T08:00/);
  });
});

describe('what is known of a contact', () => {
  test('who holds them, by the address of the sender', async () => {
    await enrolling();

    expect(await found('alreadyEnrolled')).toMatchObject({
      result: 'block',
      owner: 'rep@example.com',
      sequence: 'Introduction',
    });
  });

  test('which sequences they were in; what was taken back has never been', async () => {
    world.settings = { ...world.settings, coolOffDays: 30 };
    const first = await enrolling();
    if (first.kind !== 'enrolled') throw new Error('enrolled');
    await unenroll(world.life(), first.status.enrollmentId, 'undone');
    expect((await found('recentlyEnrolled'))?.result).toBe('pass');

    const second = await enrolling();
    if (second.kind !== 'enrolled') throw new Error('enrolled');
    await unenroll(world.life(), second.status.enrollmentId, 'manual');

    expect(await found('recentlyEnrolled')).toMatchObject({ result: 'warn', limit: 30 });
  });

  test('who of their company is in the same sequence', async () => {
    await enrolling({ person: person({ name: 'Grace', emails: ['grace@engines.example.com'] }) });

    expect(await found('sameCompany')).toMatchObject({ result: 'warn', name: 'Grace' });
    const elsewhere = person({ emails: ['ada@gmail.com'] });
    expect((await found('sameCompany', { person: elsewhere }))?.result).toBe('pass');
  });
});

describe('the suppression list', () => {
  const add = (...entries: string[]) =>
    addSuppression(world.life(), { entries, reason: 'blocked' });

  test('takes addresses and domains, and says which lines are neither', async () => {
    const outcome = await add('Ada@Engines.example.com', '@rival.example.com', 'nonsense', '', '@');

    expect(outcome).toEqual({ added: 2, invalid: ['nonsense', '@'] });
    expect(await (await world.database()).getAllKeys('suppression')).toEqual([
      '@rival.example.com',
      'ada@engines.example.com',
    ]);
    expect(await add('ADA@engines.example.com')).toEqual({ added: 0, invalid: [] });
  });

  test.each([
    'ada@engines.example.com',
    '@engines.example.com',
  ])('with %s blocks her', async (entry) => {
    await add(entry);

    expect(await found('suppressed')).toMatchObject({ result: 'block', reason: 'blocked' });
  });

  test('ends what is running, at the address and in the domain', async () => {
    await enrolling();
    await enrolling({ person: person({ emails: ['grace@navy.example.com'] }) });
    await enrolling({ person: person({ emails: ['jan@other.example.com'] }) });

    await add('ada@engines.example.com', '@navy.example.com');

    const enrollments = await (await world.database()).getAll('enrollments');
    expect(enrollments.map(({ to, state }) => [to, state.kind])).toEqual([
      ['ada@engines.example.com', 'unenrolled'],
      ['grace@navy.example.com', 'unenrolled'],
      ['jan@other.example.com', 'scheduled'],
    ]);
  });

  test('is asked again right before an email leaves', async () => {
    await enrolling();
    const at = world.now;
    const row = { address: '@engines.example.com', reason: 'blocked', at } as const;
    await (await world.database()).put('suppression', row);
    world.now += MINUTE;

    await world.life().engine.runDue(never);

    expect(world.provider.sent).toHaveLength(0);
    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(enrollment?.state).toMatchObject({ kind: 'unenrolled', reason: 'optedOut' });
  });

  test('lets go of whom it is told to', async () => {
    await add('@engines.example.com');

    await removeSuppression(world.life(), { address: '@ENGINES.example.com' });

    expect((await found('suppressed'))?.result).toBe('pass');
  });
});

describe('the contact’s owner as the sender', () => {
  const kim = aSender({
    id: senderId('sender-2'),
    address: address('kim@example.com'),
    addresses: [{ address: address('kim@example.com'), name: 'Kim', isDefault: true }],
  });
  const owned = (owner: string) => person({ properties: { owner, phone: '123' } });

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
