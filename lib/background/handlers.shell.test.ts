import { beforeEach, expect, test } from 'vitest';
import type { Handlers, Sender } from '@/lib/rpc/serve';
import { contactId, senderId, sequenceId } from '@/test/support/builders';
import { createMemoryHome } from '@/test/support/memory-home';
import { createMemoryShelf } from '@/test/support/memory-shelf';
import { aPerson } from '@/test/support/overlay-builders';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { aDraft, aTaskAction, workflowId } from '@/test/support/workflow-builders';
import { createHandlers } from './handlers';

const PAGE: Sender = {};

let world: UseCaseWorld;
let handlers: Handlers;
let works: string[];
beforeEach(async () => {
  world = await createUseCaseWorld();
  works = [];
  const { signal } = new AbortController();
  const work = (what: string) => async () => void works.push(what);
  handlers = createHandlers(
    {
      ...world.deps,
      tick: work('tick'),
      workOnBulks: work('bulks'),
      home: createMemoryHome(),
      shelf: createMemoryShelf(),
      progress: { tell: () => undefined },
      workOnWorkflows: work('workflows'),
    },
    signal,
  );
});

const draft = aDraft({
  trigger: { kind: 'criteria', groups: [] },
  actions: [aTaskAction('task-1')],
});

test('workflows are worked on after everything that they wait for', async () => {
  const person = aPerson();
  const enrolled = await handlers['enrollment.enroll'](
    {
      person,
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['quietTime', 'zoneKnown'],
    },
    PAGE,
  );
  if (enrolled.kind !== 'enrolled') throw new Error(JSON.stringify(enrolled));
  await handlers['enrollment.unenroll']({ enrollmentId: enrolled.status.enrollmentId }, PAGE);
  await handlers['contacts.import']({ people: [person] }, PAGE);
  await handlers['page.visited']({ person, site: 'hubspot', url: 'app.hubspot.com/1' }, PAGE);
  const saved = await handlers['workflow.save']({ draft }, PAGE);
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  const { id } = saved;
  const asked = { id, revision: 1, existing: false, reasons: {} };
  expect(await handlers['workflow.switchOn'](asked, PAGE)).toEqual({ kind: 'switched' });
  await handlers['workflow.enter']({ id, contactId: enrolled.status.contactId }, PAGE);
  await handlers['workflow.switchOff']({ id }, PAGE);
  await handlers['workflow.delete']({ id }, PAGE);

  expect(works).toEqual(Array.from({ length: 9 }, () => 'workflows'));
});

test('a look at what a workflow would do wakes nobody', async () => {
  const dry = await handlers['workflow.dryRun']({ draft, sample: 1 }, PAGE);
  const told = await handlers['workflow.explain']({ draft, contactId: contactId('nobody') }, PAGE);

  expect(dry).toEqual({ checked: 0, matched: 0, cold: 0, sample: [] });
  expect(told).toBeUndefined();
  expect(works).toEqual([]);
});

test('a workflow that nobody knows is missing to everybody', async () => {
  const id = workflowId('never');
  const asked = { id, revision: 1, existing: true, reasons: {} };

  expect(await handlers['workflow.switchOn'](asked, PAGE)).toEqual({ kind: 'missing' });
  expect(await handlers['workflow.enter']({ id, contactId: contactId('ada') }, PAGE)).toEqual({
    kind: 'missing',
  });
});
