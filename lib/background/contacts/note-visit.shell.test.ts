import { beforeEach, expect, test } from 'vitest';
import type { Parsed } from '@/lib/rpc/protocol';
import { DAY } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import { aPerson } from '@/test/support/overlay-builders';
import { aTaskAction, aWorkflow } from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { noteVisit } from './note-visit';

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
});

const URL = 'app.hubspot.com/contacts/1/record/0-1/2';
const visit = (over: Partial<Parsed<'page.visited'>> = {}) =>
  noteVisit(at.world.life(), { person: aPerson(), site: 'hubspot', url: URL, ...over });
const contacts = async () => (await at.world.database()).getAll('contacts');
const events = async () =>
  (await (await at.world.database()).getAll('workflowEvents')).map(({ event }) => event);
const onVisit = (urlContains?: string) =>
  aWorkflow({
    trigger: {
      kind: 'event',
      event: { type: 'pageVisited', ...(urlContains !== undefined && { urlContains }) },
      groups: [],
    },
    actions: [aTaskAction('task-1')],
  });

test('the page of somebody unknown is nothing to keep while no workflow is on', async () => {
  const before = await everythingStored(await at.world.database());
  await visit();

  expect(await everythingStored(await at.world.database())).toEqual(before);
});

test('somebody unknown is kept while a workflow is on, and may enter it', async () => {
  await at.switchOn(onVisit('hubspot.com/contacts'));
  await visit();
  expect(await events()).toEqual([
    { type: 'contactCreated' },
    { type: 'pageVisited', site: 'hubspot', url: URL },
  ]);
  await at.work();

  expect(await contacts()).toMatchObject([{ name: 'Ada Lovelace' }]);
  expect(await contacts()).not.toMatchObject([{ importedAt: expect.anything() }]);
  expect(await at.runs()).toEqual(['id-1: finished']);
});

test('another page starts nothing', async () => {
  await at.switchOn(onVisit('pricing'));
  await visit();
  await at.work();

  expect(await at.runs()).toEqual([]);
});

test('a contact is brought up to date by every visit, whatever is on', async () => {
  const known = await at.meet('ada', { properties: { stage: 'new' } });
  at.world.now += DAY;
  const [address = ''] = known.emails;
  await visit({ person: aPerson({ emails: [address], properties: { city: 'London' } }) });

  expect(await contacts()).toMatchObject([
    { properties: { stage: 'new', city: 'London' }, updatedAt: NOW + DAY },
  ]);
  expect((await events()).map(({ type }) => type)).toEqual(['contactCreated', 'propertyChanged']);
});

test('a visit that says nothing new writes no contact', async () => {
  await at.switchOn(onVisit());
  await visit();
  at.world.now += DAY;
  await visit();

  expect(await contacts()).toMatchObject([{ updatedAt: NOW }]);
  expect((await events()).map(({ type }) => type)).toEqual([
    'contactCreated',
    'pageVisited',
    'pageVisited',
  ]);
});

test('somebody whom nobody could find again is not kept', async () => {
  await at.switchOn(onVisit());
  await visit({ person: aPerson({ emails: ['no address'] }) });

  expect(await contacts()).toEqual([]);
});

test('somebody without an address is known by their record', async () => {
  await at.switchOn(onVisit());
  const ref = { site: 'hubspot', account: '1', recordId: '2' };
  await visit({ person: aPerson({ emails: [], ref }) });
  await visit({ person: aPerson({ emails: ['ada@example.com'], ref }) });

  expect(await contacts()).toMatchObject([{ emails: ['ada@example.com'], refs: [ref] }]);
});

test('of an address, no more than host and path is kept, whoever sends more', async () => {
  await at.switchOn(onVisit());
  await visit({ url: `https://${URL}?token=secret#part` });

  expect((await events()).at(-1)).toEqual({ type: 'pageVisited', site: 'hubspot', url: URL });
});
