import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveSequence } from '../../support/save-sequence';
import { stopWorker } from '../../support/stop-worker';
import { until } from '../../support/until';
import { REP } from '../../support/world';
import {
  aPerson,
  enrollIn,
  type WorkflowWorld,
  whenStageIs,
  workWithWorkflows,
} from './workflow-world';

const NAME = 'Qualified leads';

let world: WorkflowWorld;
let page: Page;
beforeAll(async () => {
  world = await workWithWorkflows();
  page = world.work.options.page;
  await saveSequence(page, { name: 'Demo' });
});
afterAll(() => world?.work.close());

const dialog = () => page.getByRole('dialog');
const row = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

test('a workflow is written with a filter and an action, and kept', async () => {
  await world.work.options.goTo('Workflows');
  await page.getByRole('button', { name: 'New workflow' }).click();
  await page.getByLabel('Name').fill(NAME);

  await page.getByRole('combobox', { name: 'Property' }).fill('lifecycle');
  await page.getByRole('option', { name: /Lifecycle stage/ }).click();
  await page.getByLabel('salesqualifiedlead').check();
  await page.getByRole('button', { name: 'Add an action at the start' }).click();
  await page.getByRole('combobox', { name: 'Find an action' }).fill('enroll in');
  await page.getByRole('option', { name: /Enroll in a sequence/ }).click();
  await page.getByRole('combobox', { name: 'Sequence' }).fill('Demo');
  await page.getByRole('option', { name: 'Demo' }).click();
  await page.getByLabel('Sender', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Create workflow' }).click();

  await page.getByText(`“${NAME}” is created. It is off until you switch it on.`).waitFor();
});

test('switched on, the page of somebody who matches is enough: the email leaves', async () => {
  await page.getByRole('button', { name: /^Switch on/ }).click();
  await dialog().getByRole('button', { name: 'Switch on', exact: true }).click();
  await page.getByText(`“${NAME}” is on.`, { exact: false }).first().waitFor();

  const record = await world.work.openRecord(51);

  await expect.poll(() => world.work.sent(), { timeout: 30_000 }).toHaveLength(1);
  const enrollments = await world.rows.all('enrollments');
  expect(enrollments).toMatchObject([
    { to: 'ada.kowalska@example.com', from: REP.email, origin: 'workflow' },
  ]);
  await record.close();
});

test('for any contact it explains which filter failed, and with which value', async () => {
  const record = await world.work.openRecord(52);
  await until(
    () => world.rows.all('contacts'),
    (contacts) => contacts.length === 2,
  );
  await record.close();
  await page.bringToFront();

  await page.getByRole('combobox', { name: 'Contact' }).fill('Ben');
  await page.getByRole('option', { name: /Ben Okafor/ }).click();

  await page.getByText('value: “lead”').waitFor();
  await page.getByRole('img', { name: 'Does not hold' }).first().waitFor();
});

test('its history says who went through it', async () => {
  const history = page.getByRole('region', { name: 'Who went through it' });
  await history.getByText('Ada Kowalska').first().waitFor();
});

test('the sequence it enrolls in lists it', async () => {
  await world.work.options.goTo('Sequences');
  await page.getByRole('link', { name: 'Demo', exact: true }).click();

  await page.getByRole('link', { name: NAME }).waitFor();
});

test('a file with an unknown condition is refused, and says where', async () => {
  const file = {
    format: 'sequence-overlay/workflow',
    version: 1,
    draft: {
      name: 'From elsewhere',
      trigger: {
        kind: 'criteria',
        groups: [
          {
            filters: [
              {
                filterType: 'PROPERTY',
                property: 'city',
                operation: { operationType: 'STRING', operator: 'RHYMES_WITH', value: 'x' },
              },
            ],
          },
        ],
      },
      actions: [],
      settings: {
        zone: 'Europe/Warsaw',
        reenroll: { kind: 'off' },
        unenrollWhenNotMatching: false,
        suppressed: [],
        pauseDates: [],
      },
    },
  };
  await world.work.options.goTo('Workflows');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'From a file' }).click(),
  ]);
  await chooser.setFiles({
    name: 'elsewhere.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });

  await page.getByText('“elsewhere.json” was not taken').waitFor();
  await page.getByText('There is no condition “RHYMES_WITH”.').waitFor();
  expect(await world.rows.all('workflows')).toHaveLength(1);
});

test('over killed workers everybody is enrolled exactly once', async () => {
  const count = 60;
  await world.importPeople([aPerson('Zoe First', { stage: 'none' })]);
  const [sequence] = (await world.rows.all('sequences')).filter(({ name }) => name === 'Demo');
  const id = await world.on({
    name: 'Many',
    trigger: whenStageIs('many'),
    actions: [enrollIn(sequence?.id ?? '', { senderId: world.senderId })],
  });
  const people = Array.from({ length: count }, (_, index) =>
    aPerson(`Many ${index}`, { stage: 'many' }),
  );

  await world.importPeople(people);
  const enrolled = async () => (await world.rows.all('workflows')).find((one) => one.id === id);
  for (const least of [5, 20, 40]) {
    await until(enrolled, (head) => (head?.enrolled ?? 0) >= least);
    await stopWorker(world.work.browser.context, world.work.browser.extensionId);
    await world.work.nudge();
  }
  await until(enrolled, (head) => head?.enrolled === count);

  const many = (await world.rows.all('enrollments')).filter(({ to }) => to.startsWith('many.'));
  expect(new Set(many.map(({ to }) => to)).size).toBe(count);
  expect(many).toHaveLength(count);
  const runs = (await world.rows.all('workflowRuns')).filter((run) => run.workflowId === id);
  expect(runs.map(({ log }) => log.length)).toEqual(runs.map(() => 1));
});

test('switched off it takes nobody any more', async () => {
  await world.work.options.goTo('Workflows');
  await row('Many').getByRole('button', { name: /^More/ }).click();
  await row('Many').getByRole('menuitem', { name: 'Switch off' }).click();
  await page.getByText('“Many” is off and takes nobody any more.').waitFor();

  await world.importPeople([aPerson('Late Comer', { stage: 'many' })]);
  await world.settled();

  const all = await world.rows.all('enrollments');
  expect(all.filter(({ to }) => to === 'late.comer@example.com')).toEqual([]);
});
