import { beforeEach, describe, expect, test, vi } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import { noteConnection } from '@/lib/background/senders/note-connection';
import type { OutboxRecord } from '@/lib/store/schema';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { senderId, sequenceId } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';
import { createLocalEngine } from './create-local-engine';
import type { EngineDeps } from './deps';
import { MOST_UNEXPECTED } from './retry-schedule';

const never = new AbortController().signal;

let world: WorkerWorld;

beforeEach(async () => {
  world = await createWorkerWorld();
  for (const person of somePeople(3)) {
    const outcome = await enroll(world.life(), {
      person,
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: [],
    });
    expect(outcome.kind).toBe('enrolled');
  }
  world.now += MINUTE;
});

async function stored() {
  const database = await world.database();
  const [rows, enrollments, journal] = await Promise.all([
    database.getAll('outbox'),
    database.getAll('enrollments'),
    database.getAll('journal'),
  ]);
  return {
    database,
    rows,
    enrollments,
    failures: journal.filter(({ code }) => code === 'stepFailed'),
  };
}

/** Spoils the first row: nobody can say how, but it happened. */
async function spoil(change: Record<string, unknown>): Promise<OutboxRecord> {
  const { database, rows } = await stored();
  const [row] = rows;
  if (row === undefined) throw new Error('three are enrolled');
  await database.put('outbox', { ...row, ...change });
  return row;
}

test('a row that cannot be read is parked with its error, and the others leave', async () => {
  const row = await spoil({ stepIndex: 'first' });

  await world.life().engine.runDue(never);

  const { database, enrollments, failures } = await stored();
  expect(world.provider.sent).toHaveLength(2);
  const parked = await database.get('outbox', row.key);
  expect(parked).toMatchObject({ state: 'failed', failure: 'corruptRow', failedAt: world.now });
  expect(parked).not.toHaveProperty('wakeAt');
  expect(enrollments.find(({ id }) => id === row.enrollmentId)?.state).toEqual({
    kind: 'failed',
    at: world.now,
    code: 'corruptRow',
  });
  expect(failures).toMatchObject([
    { enrollmentId: row.enrollmentId, params: { reason: 'corruptRow' } },
  ]);
  await expectConsistent(world);
});

test('a row whose enrollment cannot be read is parked, and the contact is free again', async () => {
  const { database, rows, enrollments } = await stored();
  const [enrollment] = enrollments;
  if (enrollment === undefined) throw new Error('three are enrolled');
  await database.put('enrollments', { ...enrollment, clockMinute: -1 });
  const life = withReport(vi.fn());

  await life.runDue(never);

  const key = rows.find(({ enrollmentId }) => enrollmentId === enrollment.id)?.key ?? '';
  expect(world.provider.sent).toHaveLength(2);
  expect(await database.get('outbox', key)).toMatchObject({ failure: 'corruptRow' });
  await expectConsistent(world);
});

test.each([
  'enrollmentId',
  'senderId',
] as const)('a row whose %s points to nothing is parked, and the others leave', async (name) => {
  const row = await spoil({ [name]: 'nobody' });

  await world.life().engine.runDue(never);

  const { database } = await stored();
  expect(world.provider.sent).toHaveLength(2);
  expect(await database.get('outbox', row.key)).toMatchObject({
    state: 'failed',
    failure: name === 'senderId' ? 'senderMissing' : 'enrollmentMissing',
  });
});

/** The engine of a worker, with something unexpected where the test wants it. */
function withReport(report: EngineDeps['report'], more: Partial<EngineDeps> = {}) {
  const life = world.life();
  return createLocalEngine({
    ...life,
    random: () => 0.5,
    readMail: (sender, signal) => watchMailbox({ ...life, exit: life.engine.exit }, sender, signal),
    noteConnection: (sender, failure) => noteConnection(life, sender, failure),
    unsubscribeLine: () => '',
    report,
    ...more,
  });
}

describe('a row that fails unexpectedly', () => {
  /** Our own code breaks on this one person, however often it is tried. */
  function breaking() {
    const { mailbox } = world.provider;
    const { createDraft } = mailbox;
    const key = { first: '' };
    return {
      ...mailbox,
      createDraft: async (...input: Parameters<typeof createDraft>) => {
        key.first ||= input[0].key;
        if (input[0].key === key.first) throw new TypeError('a fault of ours');
        return createDraft(...input);
      },
    };
  }

  test('is tried again later and later, then parked; nobody waits for it', async () => {
    const report = vi.fn();
    const mailbox = breaking();
    const engine = withReport(report, { mailboxOf: () => mailbox });
    const waits: number[] = [];

    for (let wake = 0; wake < MOST_UNEXPECTED; wake += 1) {
      await engine.runDue(never);
      const next = (await stored()).rows.find(({ retry }) => retry !== undefined)?.wakeAt;
      if (next === undefined) break;
      waits.push((next - world.now) / SECOND);
      world.now = next;
    }

    const { rows, failures } = await stored();
    expect(world.provider.sent).toHaveLength(2);
    expect(report).toHaveBeenCalledTimes(MOST_UNEXPECTED);
    expect(waits.map(Math.round)).toEqual([68, 405, 2_430, 14_580]);
    expect(rows.filter(({ state }) => state === 'failed')).toMatchObject([
      { failure: 'unexpected', retry: { after: 'unexpected', count: MOST_UNEXPECTED - 1 } },
    ]);
    expect(failures).toMatchObject([{ params: { reason: 'unexpected' } }]);
    await expectConsistent(world);
  });

  test('because new mail cannot be understood is not parked: the mailbox is why', async () => {
    const engine = withReport(vi.fn(), {
      readMail: async () => {
        throw new TypeError('a letter that nobody expected');
      },
    });

    for (let wake = 0; wake < 2 * MOST_UNEXPECTED; wake += 1) {
      await engine.runDue(never);
      world.now += DAY;
    }

    const { rows } = await stored();
    expect(rows.map(({ state }) => state)).toEqual(['due', 'due', 'due']);
    expect(rows.map(({ waiting }) => waiting)).toEqual([
      'unavailable',
      'unavailable',
      'unavailable',
    ]);
  });
});

test('how often a row was tried in vain outlives the worker, and starts anew with another reason', async () => {
  const failing = (kind: 'offline' | 'unavailable') =>
    withReport(vi.fn(), { readMail: async () => ({ kind }) });
  const tries: unknown[] = [];

  for (const kind of ['offline', 'offline', 'offline', 'unavailable'] as const) {
    await failing(kind).runDue(never);
    const [row] = (await stored()).rows;
    tries.push(row?.retry);
    world.now = row?.wakeAt ?? 0;
  }

  expect(tries).toEqual([
    { after: 'offline', count: 1 },
    { after: 'offline', count: 2 },
    { after: 'offline', count: 3 },
    { after: 'unavailable', count: 1 },
  ]);
});
