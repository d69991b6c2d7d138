import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { loadExample } from '@/test/support/load-example';
import { openDatabase } from './database';
import { readEnrollmentRows } from './enrollment-rows';
import { examples } from './examples/examples';
import { migrations } from './migrations/migrations';
import { readOverview } from './overview';
import type { Database } from './schema';

const NAME = 'overview';
const GRACE_NEXT = Date.parse('2026-11-26T12:00:00Z');
const OLA_NEXT = Date.parse('2026-11-25T09:12:00Z');

let database: Database;
beforeEach(async () => {
  await loadExample(NAME, migrations, examples.at(-1) ?? {});
  database = await openDatabase({ name: NAME });
});

describe('the overview', () => {
  test('lists what is running with its next email, an archived sequence too', async () => {
    const { sequences } = await readOverview(database, NOW);

    expect(sequences).toEqual([
      { id: 's-intro', name: 'Introduction', active: 3, nextAt: NOW - HOUR },
      { id: 's-offer', name: 'Offer', active: 1, nextAt: OLA_NEXT },
      // Its only enrollment is paused: nobody can say when it goes on.
      { id: 's-renewal', name: 'Renewal „jesień” <2025>', active: 1 },
    ]);
  });

  test('says of every mailbox what is used and what is to come', async () => {
    const { senders } = await readOverview(database, NOW);

    expect(senders.map(({ id, connection, limit }) => ({ id, connection, ...limit }))).toEqual([
      { id: 'm-robin', connection: 'connected', limit: 500, used: 1, scheduled: 1 },
      { id: 'm-sam', connection: 'revoked', limit: 500, used: 0, scheduled: 1 },
      // A lower limit of the rep's own counts, whatever the mailbox would allow.
      { id: 'm-team', connection: 'connected', limit: 50, used: 0, scheduled: 0 },
    ]);
    const [robin] = senders;
    expect(robin?.addresses.map(({ address }) => address)).toEqual([
      'robin@example.com',
      'sales@example.com',
    ]);
  });

  test('a day later yesterday is free again', async () => {
    const { senders } = await readOverview(database, NOW + DAY + HOUR);

    expect(senders[0]?.limit.used).toBe(0);
  });

  test('names each problem once, with the mailbox it is about', async () => {
    const { problems } = await readOverview(database, NOW);

    expect(problems).toEqual([
      { code: 'revoked', senderId: 'm-sam', address: 'sam@example.com', count: 1 },
      { code: 'paused', senderId: 'm-robin', address: 'robin@example.com', count: 1 },
    ]);
  });

  test('of an empty database is empty', async () => {
    const empty = await openDatabase({ name: 'empty' });

    expect(await readOverview(empty, NOW)).toEqual({
      sequences: [],
      tasks: 0,
      senders: [],
      problems: [],
    });
  });
});

describe('the list of enrollments', () => {
  test('is everybody, last changed first, each with its state', async () => {
    const rows = await readEnrollmentRows(database, { limit: 100 });

    expect(
      rows.map(({ enrollmentId, state, step, steps }) => [enrollmentId, state, step, steps]),
    ).toEqual([
      ['e-ola', 'active', 2, 2],
      ['e-ada', 'scheduled', 1, 3],
      ['e-grace', 'active', 2, 2],
      ['e-li', 'active', 2, 3],
      ['e-jan', 'paused', 2, 2],
      ['e-max', 'finished', 3, 3],
      ['e-eve', 'failed', 1, 3],
      ['e-grace-2025', 'unenrolled', 2, 2],
    ]);
  });

  test('says why: the exit, the failure, what it waits for', async () => {
    const rows = await readEnrollmentRows(database, { limit: 100 });
    const byId = new Map(rows.map((row) => [row.enrollmentId as string, row]));

    expect(byId.get('e-grace-2025')).toMatchObject({ reason: 'replied' });
    expect(byId.get('e-eve')).toMatchObject({ reason: 'refused:invalidArgument' });
    expect(byId.get('e-li')).toMatchObject({ waiting: 'revoked', nextAt: NOW - HOUR });
    // Everything is paused, which weighs more than a sequence that is.
    expect(byId.get('e-ola')).toMatchObject({ waiting: 'pausedAll', nextAt: OLA_NEXT });
    expect(byId.get('e-jan')?.nextAt).toBeUndefined();
    expect(byId.get('e-grace')).toMatchObject({ nextAt: GRACE_NEXT });
    expect(byId.get('e-max')?.nextAt).toBeUndefined();
  });

  test('shows a name, or the address of who has none', async () => {
    const rows = await readEnrollmentRows(database, { limit: 100 });

    expect(rows.slice(0, 5).map(({ contactName, to }) => [contactName, to])).toEqual([
      ['Ola Nowak', 'ola@firma.example.com'],
      ['Ada Lovelace', 'Ada@example.com'],
      ['Grace Hopper', 'grace@example.com'],
      ['li@example.com', 'li@example.com'],
      ['Jan Żółć', 'jan@zażółć.example.com'],
    ]);
  });

  test('an enrollment whose contact is gone is still listed', async () => {
    for (const { id } of await database.getAll('contacts')) await database.delete('contacts', id);

    const rows = await readEnrollmentRows(database, { limit: 100 });

    expect(rows.map(({ contactName, to }) => contactName === to)).toEqual(rows.map(() => true));
    expect(rows).toHaveLength(8);
  });

  test('is cut where the reader has enough', async () => {
    const rows = await readEnrollmentRows(database, { limit: 3 });

    expect(rows.map(({ enrollmentId }) => enrollmentId)).toEqual(['e-ola', 'e-ada', 'e-grace']);
  });
});
