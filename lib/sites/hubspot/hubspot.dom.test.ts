import { afterEach, expect, test } from 'vitest';
import { findPlace } from '@/lib/sites/place-host';
import { type OpenPage, openPage } from '@/test/support/open-page';
import { identifyHubspot } from './identify';
import { hubspotSite } from './site';

const PORTAL = 'https://app.hubspot.com/contacts/4711';

const open: OpenPage[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

async function visit(file: string, path: string) {
  const page = await openPage(`hubspot/${file}`, PORTAL + path);
  open.push(page);
  const identity = identifyHubspot(page.url);
  if (!identity) throw new Error('expected a page of ours');
  return { ...page, identity };
}

async function readRecord(id: number, query = '') {
  const { document, identity } = await visit('2026-11-contact.html', `/record/0-1/${id}${query}`);
  return hubspotSite.read(document, identity);
}

test('a record yields its contact with name, address, zone, company and properties in our words', async () => {
  const reading = await readRecord(51);

  expect(reading).toEqual({
    people: [
      {
        ref: { site: 'hubspot', account: '4711', recordId: '51' },
        name: 'Ada Kowalska',
        emails: ['ada.kowalska@example.com'],
        company: 'Kowalska Logistics',
        zone: 'Europe/Warsaw',
        properties: {
          first_name: 'Ada',
          last_name: 'Kowalska',
          job_title: 'Head of Operations',
          company: 'Kowalska Logistics',
          city: 'Warsaw',
          country: 'Poland',
          time_zone: 'Europe/Warsaw',
          lifecycle_stage: 'Sales qualified lead',
          lead_status: 'Open',
        },
      },
    ],
    drift: [],
  });
});

test('the same is read while every property is an input field', async () => {
  const [display, edit] = [await readRecord(56), await readRecord(56, '?edit=1')];

  expect(edit).toEqual(display);
  expect(edit.people[0]).toMatchObject({
    zone: 'America/Los_Angeles',
    properties: { state: 'California' },
  });
});

test('a contact without an address is a contact all the same, and a decoy gives it none', async () => {
  const { people, drift } = await readRecord(54);

  expect(people).toMatchObject([{ name: 'Dev Patel', emails: [] }]);
  expect(drift).toEqual([]);
});

test('of two addresses the one in the header comes first, and each comes once', async () => {
  const { people } = await readRecord(55);

  expect(people[0]?.emails).toEqual(['dana.levy@example.com', 'dana@levy.example.com']);
});

test('something that is no address is passed on, so that the rep is told', async () => {
  const { people } = await readRecord(61);

  expect(people[0]?.emails).toEqual(['ivan at example']);
});

test('an address in the place of the name is no name', async () => {
  const { people } = await readRecord(60);

  expect(people).toMatchObject([{ name: '', emails: ['nameless@example.com'] }]);
});

test('hostile values are text, cleaned and shortened', async () => {
  const [markup, marks, long] = [await readRecord(57), await readRecord(58), await readRecord(59)];

  expect(markup.people[0]?.name).toBe(
    '<img src=x onerror=alert(1)> </span><script>alert(2)</script>',
  );
  expect(marks.people[0]?.name).toBe('yrollam Mallory Bcc: all@example.com');
  expect(marks.people[0]?.emails).toEqual(['mallory@example.com']);
  expect(marks.people[0]?.company).toBe('RighttoLeft');
  expect([...(long.people[0]?.name ?? '')].length).toBeLessThanOrEqual(200);
});

test('the record before stays in the document, hidden, and is not read', async () => {
  const { document, settled } = await visit('2026-11-contact.html', '/record/0-1/51');
  document.querySelector<HTMLElement>('#next')?.click();
  await settled();
  const identity = identifyHubspot(new URL(document.location.href));

  const reading = identity && hubspotSite.read(document, identity);

  expect(document.querySelectorAll('[data-card-type="OBJECT_HIGHLIGHT"]')).toHaveLength(2);
  expect(reading?.people).toMatchObject([
    { ref: { recordId: '52' }, name: 'Ben Okafor', emails: ['ben.okafor@example.com'] },
  ]);
});

test('a record without an address does not get the one of the hidden record before', async () => {
  const { document, settled } = await visit('2026-11-contact.html', '/record/0-1/53');
  document.querySelector<HTMLElement>('#next')?.click();
  await settled();
  const identity = identifyHubspot(new URL(document.location.href));

  const reading = identity && hubspotSite.read(document, identity);

  expect(reading?.people).toMatchObject([{ name: 'Dev Patel', emails: [] }]);
});

test('a record that does not exist yields nobody: neither decoys nor hidden copies', async () => {
  const { document, identity } = await visit('2026-11-negative-not-found.html', '/record/0-1/99');

  expect(hubspotSite.read(document, identity)).toEqual({ people: [], drift: ['highlight-card'] });
});

test.each([
  ['', { level: 'preferred', anchorName: 'record-highlight', missing: [] }],
  ['?minimal=1', { level: 'second', anchorName: 'record-tab', missing: ['record-highlight'] }],
  ['?bare=1', { level: 'floating', missing: ['record-highlight', 'record-tab'] }],
])('a record page %s has its control in the right place', async (query, place) => {
  const { document, identity } = await visit('2026-11-contact.html', `/record/0-1/51${query}`);

  expect(findPlace(document, hubspotSite.anchors(identity))).toMatchObject(place);
});

test('a list yields every row with its record, its address and its zone', async () => {
  const { document, identity } = await visit(
    '2026-11-contacts-list.html',
    '/objects/0-1/views/all/list',
  );

  const rows = hubspotSite.rows(document, identity);

  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({
    key: '51',
    selected: false,
    people: [
      {
        ref: { site: 'hubspot', account: '4711', recordId: '51' },
        name: 'Ada Kowalska',
        emails: ['ada.kowalska@example.com'],
        company: 'Kowalska Logistics',
        zone: 'Europe/Warsaw',
      },
    ],
  });
  expect(rows.find(({ key }) => key === '54')?.people[0]?.emails).toEqual([]);
  expect(rows.find(({ key }) => key === '60')?.people).toMatchObject([
    { name: '', emails: ['nameless@example.com'] },
  ]);
});

test('ticking a row selects it and brings the bar where the control stands', async () => {
  const { document, identity } = await visit(
    '2026-11-contacts-list.html',
    '/objects/0-1/views/all/list',
  );
  const anchors = hubspotSite.anchors(identity);
  const before = findPlace(document, anchors);
  const tick = document.querySelectorAll<HTMLElement>('tbody input')[1];
  tick?.click();

  expect(before.level).toBe('floating');
  expect(findPlace(document, anchors)).toMatchObject({ anchorName: 'list-bulk-bar' });
  expect(tick && hubspotSite.rowOf(tick, identity)).toMatchObject({ key: '52', selected: true });
});

test.each([
  ['2 contacts selected', 2],
  ['1,245 contacts selected', 1_245],
  ['Zaznaczono kontakty: 1 245', 1_245],
  ['Ausgewählt: 1.245 von 3.000', 1_245],
  ['all selected', 2],
])('ticked rows are read, and a bar that says "%s" means %i', async (text, count) => {
  const { document, identity } = await visit(
    '2026-11-contacts-list.html',
    '/objects/0-1/views/all/list',
  );
  const before = hubspotSite.selection(document, identity);
  for (const at of [0, 2]) document.querySelectorAll<HTMLElement>('tbody input')[at]?.click();
  const said = document.querySelector('[data-test-id="customer-data-bulk-actions-container"] span');
  if (said) said.textContent = text;

  const after = hubspotSite.selection(document, identity);

  expect(before).toEqual({ rows: [], count: 0 });
  expect(after.rows.map(({ key }) => key)).toEqual(['51', '53']);
  expect(after.count).toBe(count);
});

test('rows of companies are no contacts, and the table head is no row', async () => {
  const { document, identity } = await visit(
    '2026-11-contacts-list.html',
    '/objectLists/9/filters',
  );
  for (const cell of document.querySelectorAll('tr[data-test-id="row-51"] td')) {
    const id = cell.getAttribute('data-table-external-id') ?? '';
    cell.setAttribute('data-table-external-id', id.replace('cell-0-1-', 'cell-0-2-'));
  }
  const head = document.querySelector('th');

  expect(hubspotSite.rows(document, identity).map(({ key }) => key)).not.toContain('51');
  expect(head && hubspotSite.rowOf(head, identity)).toBeUndefined();
});
