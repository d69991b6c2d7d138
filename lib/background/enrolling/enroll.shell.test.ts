import { beforeEach, describe, expect, test } from 'vitest';
import type { EnrollOutcome } from '@/lib/rpc/views';
import { address, anOutboxRow, aSender, NOW, senderId } from '@/test/support/builders';
import { aPerson, choicesFor, enrolled, onHubspot, statusIn } from '@/test/support/people';
import { createUseCaseWorld, touched, type UseCaseWorld } from '@/test/support/use-case-world';
import { enroll } from './enroll';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const refusals = (outcome: EnrollOutcome) =>
  outcome.kind === 'refused'
    ? outcome.checks
        .filter(({ result }) => result !== 'pass')
        .map(({ code, reason }) => [code, reason])
    : 'enrolled';

test('enrolling writes everything that belongs to it', async () => {
  const status = await enrolled(world, aPerson({ ref: onHubspot('101') }));

  const stored = await touched(world);
  const id = status.enrollmentId;
  const dueAt = NOW + 10_000;
  expect(stored.contacts).toMatchObject([{ name: 'Ada Lovelace', refKeys: ['hubspot/4711/101'] }]);
  expect(stored.claims).toMatchObject([
    { contactId: status.contactId, address: 'ada@example.com', enrollmentId: id },
  ]);
  expect(stored.enrollments).toMatchObject([
    { id, state: { kind: 'scheduled' }, nextAt: dueAt, liveNext: ['sequence-1', dueAt] },
  ]);
  expect(stored.outbox).toMatchObject([{ key: `${id}:step-1:0`, state: 'due', wakeAt: dueAt }]);
  expect(stored.limits).toMatchObject([
    { senderId: 'sender-1', start: NOW, sent: 0, scheduled: 1 },
  ]);
  expect(stored.heads).toMatchObject([{ live: 1, lastUsedAt: NOW }]);
  expect(stored.journal).toMatchObject([{ code: 'enrolled', actor: 'person', enrollmentId: id }]);
  expect(world.wakes).toEqual([dueAt]);
  expect(world.changes()).toBe(1);
});

test('the answer is the status that the control shows, with how long undo works', async () => {
  expect(await enrolled(world)).toMatchObject({
    kind: 'enrolled',
    contactName: 'Ada Lovelace',
    sequenceName: 'Introduction',
    step: 1,
    steps: 3,
    nextAt: NOW + 10_000,
    undoUntil: NOW + 10_000,
    zone: 'America/New_York',
    zoneSource: 'contact',
  });
});

test('when one write fails, none of them happened', async () => {
  // The contact gets id-1 and the enrollment id-2: its first effect is already there.
  await (await world.database()).put(
    'outbox',
    anOutboxRow({ key: 'id-2:step-1:0', state: 'failed' }),
  );
  const before = await touched(world);

  await expect(enroll(world.deps, choicesFor(aPerson()))).rejects.toMatchObject({
    name: 'ConstraintError',
  });

  expect(await touched(world)).toEqual(before);
  expect(world.wakes).toEqual([]);
  expect(world.changes()).toBe(0);
});

describe('two tabs at once', () => {
  test.each([
    ['the same page', aPerson(), aPerson()],
    ['a record and a mail', aPerson({ ref: onHubspot('1') }), aPerson({ name: '' })],
    ['two spellings', aPerson(), aPerson({ emails: ['ADA@Example.com'] })],
    [
      'two records of one address',
      aPerson({ ref: onHubspot('1') }),
      aPerson({ ref: onHubspot('2') }),
    ],
    ['one address of two', aPerson(), aPerson({ emails: ['ada@example.com', 'king@example.com'] })],
  ])('%s: exactly one enrolls, the other is told who holds the contact', async (_how, one, two) => {
    const outcomes = await Promise.all([
      enroll(world.deps, choicesFor(one)),
      enroll(world.deps, choicesFor(two)),
    ]);

    const refused = outcomes.find(({ kind }) => kind === 'refused');
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['enrolled', 'refused']);
    expect(refused && refusals(refused)).toEqual([['alreadyEnrolled', 'held']]);
    expect(refused?.status.kind).toBe('enrolled');
    const stored = await touched(world);
    expect(stored.claims).toHaveLength(1);
    expect(stored.enrollments).toHaveLength(1);
    expect(stored.outbox).toHaveLength(1);
    expect(stored.heads).toMatchObject([{ live: 1 }]);
    expect(stored.journal.map(({ code }) => code).sort()).toEqual(['enrolled', 'refused']);
  });

  test('ten at once make one enrollment', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => enroll(world.deps, choicesFor(aPerson()))),
    );

    expect(outcomes.filter(({ kind }) => kind === 'enrolled')).toHaveLength(1);
    expect((await touched(world)).enrollments).toHaveLength(1);
  });

  test("two different people do not stand in each other's way", async () => {
    const outcomes = await Promise.all([
      enroll(world.deps, choicesFor(aPerson())),
      enroll(world.deps, choicesFor(aPerson({ name: 'Grace', emails: ['grace@example.com'] }))),
    ]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['enrolled', 'enrolled']);
  });
});

test('a claim whose enrollment cannot be found still holds the contact, by name and not by accident', async () => {
  const status = await enrolled(world);
  await (await world.database()).delete('enrollments', status.enrollmentId);

  const outcome = await enroll(world.deps, choicesFor(aPerson()));

  expect(refusals(outcome)).toEqual([['alreadyEnrolled', 'held']]);
});

test('a person seen in HubSpot and then in Gmail is one contact', async () => {
  const fromRecord = await enrolled(world, aPerson({ ref: onHubspot('101'), company: 'Engines' }));
  await world.deps.engine.exit(fromRecord.enrollmentId, 'manual');

  const fromMail = statusIn(
    await enroll(
      world.deps,
      choicesFor(aPerson({ name: '', zone: '', emails: ['ADA@example.com'] })),
    ),
  );

  expect(fromMail.contactId).toBe(fromRecord.contactId);
  expect((await touched(world)).contacts).toMatchObject([
    { name: 'Ada Lovelace', company: 'Engines', zone: 'America/New_York' },
  ]);
});

test('a person seen in Gmail and then in HubSpot is one contact with its record', async () => {
  const fromMail = await enrolled(world);
  await world.deps.engine.exit(fromMail.enrollmentId, 'manual');

  const fromRecord = await enrolled(world, aPerson({ ref: onHubspot('101') }));

  expect(fromRecord.contactId).toBe(fromMail.contactId);
  expect((await touched(world)).contacts).toMatchObject([{ refKeys: ['hubspot/4711/101'] }]);
});

test.each([
  ['no address', aPerson({ emails: [] }), ['hasAddress', 'missing']],
  [
    'no usable address',
    aPerson({ emails: ['n/a', 'ada at example.com'] }),
    ['hasAddress', 'missing'],
  ],
  ["the rep's own address", aPerson({ emails: ['REP@example.com'] }), ['ownAddress', 'own']],
])('a person with %s is refused by name, and nothing is kept but why', async (_what, person, check) => {
  const outcome = await enroll(world.deps, choicesFor(person));

  expect(refusals(outcome)).toContainEqual(check);
  const stored = await touched(world);
  expect(stored.journal).toMatchObject([{ code: 'refused', params: { checks: check[0] } }]);
  expect([stored.contacts, stored.claims, stored.outbox, stored.limits]).toEqual([[], [], [], []]);
});

test('the own address of any connected mailbox counts', async () => {
  const own = address('two@example.com');
  const addresses = [own, address('robin@example.com')].map((one) => ({
    address: one,
    name: '',
    isDefault: one === own,
  }));
  const other = aSender({ id: senderId('sender-2'), address: own, addresses });
  world = await createUseCaseWorld({ senders: [aSender(), other] });

  const outcome = await enroll(world.deps, choicesFor(aPerson({ emails: ['robin@example.com'] })));

  expect(refusals(outcome)).toEqual([['ownAddress', 'own']]);
});
