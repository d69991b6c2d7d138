import { expect, test } from 'vitest';
import { importContacts } from '@/lib/background/contacts/import-contacts';
import type { Person } from '@/lib/domain/contact/person';
import type { Connection } from '@/lib/store/connection';
import { actionId, aWorkflow } from '@/test/support/workflow-builders';
import { createWorkflowWorld } from '@/test/support/workflow-world';
import { runWorkflows } from './run-workflows';

const CONTACTS = 10_000;
/** As many as one message of an import carries. */
const PART = 500;

test('10,000 contacts imported at once are all looked at, a few at a time', async () => {
  const task = {
    id: actionId('call'),
    kind: 'createTask',
    taskKind: 'call',
    title: 'Call',
    dueInDays: 1,
  } as const;
  const w = await createWorkflowWorld();
  const demo = aWorkflow({ actions: [task] });
  await w.switchOn(demo);
  await w.work();
  for (let from = 0; from < CONTACTS; from += PART) {
    await importContacts(w.world.life(), { people: people(from) });
  }
  const slices: number[] = [];
  let left = CONTACTS;
  const connection: Connection = {
    async get() {
      const database = await w.world.database();
      const now = await database.count('workflowEvents');
      if (now < left) slices.push(left - now);
      left = now;
      return database;
    },
  };
  let answered = 0;
  const ticker = setInterval(() => {
    answered += 1;
  });

  await runWorkflows({ ...w.world.life(), connection }, new AbortController().signal);
  clearInterval(ticker);

  // One in a hundred asks for a demo.
  expect(await w.head(demo.id)).toMatchObject({ entered: CONTACTS / 100, inside: 0 });
  expect(await (await w.world.database()).count('tasks')).toBe(CONTACTS / 100);
  expect(left).toBe(0);
  // What a slice holds is what keeps a click waiting, and between two of them it is answered.
  expect(Math.max(...slices)).toBeLessThanOrEqual(25);
  expect(answered).toBeGreaterThanOrEqual(slices.length / 2);
}, 120_000);

function people(from: number): Person[] {
  return Array.from({ length: PART }, (_, offset) => {
    const index = from + offset;
    return {
      name: `Person ${index}`,
      emails: [`person${index}@c${index}.example.com`],
      properties: { stage: index % 100 === 0 ? 'demo' : 'new' },
    };
  });
}
