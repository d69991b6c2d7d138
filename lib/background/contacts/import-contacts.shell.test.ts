import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '@/lib/domain/contact/person';
import { IMPORT_PART } from '@/lib/rpc/import-part';
import { protocol } from '@/lib/rpc/protocol';
import type { ImportOutcome } from '@/lib/rpc/workflow-views';
import { DAY } from '@/lib/time/instant';
import { NOW, zone } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import { aPerson } from '@/test/support/overlay-builders';
import { somePeople } from '@/test/support/worker-world';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { importContacts } from './import-contacts';

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
});

const bring = (...people: Person[]) => importContacts(at.world.life(), { people });
const contacts = async () => (await at.world.database()).getAll('contacts');
const events = async () =>
  (await (await at.world.database()).getAll('workflowEvents')).map(({ event }) => event.type);

describe('a file of contacts', () => {
  test('makes contacts that came by an import, and workflows hear of them', async () => {
    const outcome = await bring(aPerson({ properties: { stage: 'demo' } }));

    expect(outcome).toEqual({ added: 1, updated: 0, invalid: [] });
    expect(await contacts()).toMatchObject([
      { name: 'Ada Lovelace', properties: { stage: 'demo' }, importedAt: NOW, createdAt: NOW },
    ]);
    expect(await events()).toEqual(['contactCreated']);
    expect(await at.journal('contactsImported')).toEqual([{ added: 1, updated: 0 }]);
  });

  test('names the rows that have no address, and takes the others', async () => {
    const outcome = await bring(
      aPerson({ emails: [] }),
      aPerson(),
      aPerson({ emails: [''] }),
      aPerson({ emails: ['ada at example.com', 'x'] }),
      aPerson({ emails: ['nobody', 'grace@example.com'] }),
    );

    expect(outcome).toEqual({
      added: 2,
      updated: 0,
      invalid: [
        { row: 0, reason: 'noAddress' },
        { row: 2, reason: 'noAddress' },
        { row: 3, reason: 'badAddress' },
      ],
    });
    expect((await contacts()).flatMap(({ emails }) => emails).sort()).toEqual([
      'ada@example.com',
      'grace@example.com',
    ]);
  });

  test('knows the same person in two rows', async () => {
    const outcome = await bring(
      aPerson({ properties: { stage: 'new' } }),
      aPerson({ emails: ['ADA@example.com'], company: 'Engines', properties: {} }),
    );

    expect(outcome).toEqual({ added: 1, updated: 1, invalid: [] });
    expect(await contacts()).toMatchObject([{ company: 'Engines', properties: { stage: 'new' } }]);
  });

  test('that holds nothing of use writes nothing down', async () => {
    await bring(aPerson({ emails: [] }));

    expect(await at.journal('contactsImported')).toEqual([]);
    expect(await contacts()).toEqual([]);
  });
});

describe('somebody whom we know', () => {
  test('learns what is new and loses nothing', async () => {
    const known = await at.meet('ada', {
      engagedAt: NOW - DAY,
      zone: zone('Europe/London'),
      properties: { stage: 'new', city: 'London' },
      refs: [{ site: 'hubspot', account: '1', recordId: '2' }],
    });
    at.world.now += DAY;
    const [address = ''] = known.emails;
    const row = { emails: ['second@example.com', address], properties: { stage: 'demo' } };

    const outcome = await bring(aPerson({ name: '', ...row }));

    expect(outcome).toEqual({ added: 0, updated: 1, invalid: [] });
    const [after] = await contacts();
    expect(after).toMatchObject({
      ...known,
      emails: [address, 'second@example.com'],
      properties: { stage: 'demo', city: 'London' },
      past: { stage: { at: NOW + DAY, values: ['new'] } },
      updatedAt: NOW + DAY,
    });
    expect(after).not.toHaveProperty('importedAt');
    expect(await events()).toEqual(['contactCreated', 'propertyChanged']);
  });

  test('is the same when the same rows come again', async () => {
    const rows = [aPerson(), aPerson({ emails: ['nobody'] }), ...somePeople(3)];
    await bring(...rows);
    const before = await everythingStored(await at.world.database());
    at.world.now += DAY;

    expect(await bring(...rows)).toMatchObject({ added: 0, updated: 0 });
    expect(await everythingStored(await at.world.database())).toEqual(before);
  });

  test('keeps the day of the first import', async () => {
    await bring(aPerson());
    at.world.now += DAY;
    await bring(aPerson({ company: 'Engines' }));

    expect(await contacts()).toMatchObject([{ company: 'Engines', importedAt: NOW }]);
  });
});

describe('a worker that dies in the middle', () => {
  test('has kept whole parts; the file sent again brings the rest', async () => {
    const people = somePeople(250);
    void importContacts(at.world.life({ reaches: 2 }), { people });
    await vi.waitFor(async () => expect(await contacts()).toHaveLength(200));

    expect(await bring(...people)).toEqual({ added: 50, updated: 0, invalid: [] });
    expect(await contacts()).toHaveLength(250);
    expect(await events()).toHaveLength(250);
  });
});

test('ten thousand contacts come in twenty messages', { timeout: 60_000 }, async () => {
  const people = somePeople(10_000, (index) => `c${index % 40}.example.com`);
  const outcomes: ImportOutcome[] = [];
  for (let from = 0; from < people.length; from += IMPORT_PART) {
    outcomes.push(await bring(...people.slice(from, from + IMPORT_PART)));
  }

  expect(outcomes).toHaveLength(20);
  expect(outcomes.every(({ added, invalid }) => added === 500 && invalid.length === 0)).toBe(true);
  expect(await (await at.world.database()).count('contacts')).toBe(10_000);
  expect(await at.journal('contactsImported')).toHaveLength(20);
});

test('a property may be called whatever it likes, as far as a message carries it', async () => {
  const raw = { people: [aPerson({ properties: { constructor: 'x', '': 'y', toString: 'z' } })] };
  const { people } = v.parse(protocol['contacts.import'].input, raw);

  expect(await bring(...people)).toMatchObject({ added: 1 });
  expect(await bring(...people)).toMatchObject({ added: 0, updated: 0 });
});
