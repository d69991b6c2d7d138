import { afterEach, expect, test } from 'vitest';
import { type OpenPage, openPage } from '@/test/support/open-page';
import { identifyGmail } from './identify';
import { gmailSite } from './site';

const INBOX = 'https://mail.google.com/mail/u/0/';
const THREAD = { pricing: 'TrM', pilot: 'VsN', hostile: 'WtP', self: 'XvQ', moving: 'ZwR' };
const IDS = [
  'FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM',
  'FMfcgzQXKDPbFzvKjlmnNTPnzqLzGVsN',
  'FMfcgzQXKDPbFzvLmnpqPTPnzqLzHWtP',
  'FMfcgzQXKDPbFzvMnpqrQTPnzqLzJXvQ',
  'FMfcgzQXKDPbFzvNpqrsRTPnzqLzKZwR',
];

const open: OpenPage[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

async function visit(file: string, hash: string) {
  const page = await openPage(`gmail/${file}`, INBOX + hash);
  open.push(page);
  const identity = identifyGmail(new URL(page.document.location.href));
  if (!identity) throw new Error('expected a page of ours');
  return { ...page, identity };
}

async function readThread(thread: keyof typeof THREAD) {
  const id = IDS.find((candidate) => candidate.endsWith(THREAD[thread]));
  const { document, identity } = await visit('2026-11-list.html', `#inbox/${id}`);
  return gmailSite.read(document, identity);
}

test('a conversation with one person yields that person, and not the rep', async () => {
  const reading = await readThread('pricing');

  expect(reading).toEqual({
    people: [{ name: 'Ada Kowalska', emails: ['ada.kowalska@example.com'], properties: {} }],
    drift: [],
  });
});

test('a conversation with several yields each once, writers first', async () => {
  const { people } = await readThread('pilot');

  expect(people.map(({ name }) => name)).toEqual(['Ben Okafor', 'Dev Patel', 'Chloé Martin']);
});

test('hostile names are cleaned and shortened, and what is no address is nobody', async () => {
  const { people } = await readThread('hostile');

  expect(people.map(({ emails }) => emails)).toEqual([
    ['billing@example.com'],
    ['mallory@example.com'],
    ['long@example.com'],
  ]);
  expect(people[0]?.name).toBe('<img src=x onerror=alert(1)>');
  expect(people[1]?.name).toMatch(/^moc\.elpmaxe@yrollam Mallory Bcc: all@example\.com$/);
  expect([...(people[2]?.name ?? '')].length).toBeLessThanOrEqual(200);
});

test('a note to self has nobody to write to, in any spelling of the own address', async () => {
  expect(await readThread('self')).toEqual({ people: [], drift: [] });
});

test('two addresses of one name stay two people, because nothing says that they are one', async () => {
  const { people } = await readThread('moving');

  expect(people.map(({ emails }) => emails[0])).toEqual([
    'dana.levy@example.com',
    'dana@levy.example.com',
  ]);
});

test('the conversation before is still in the document, hidden, and is not read', async () => {
  const { document, settled } = await visit('2026-11-list.html', `#inbox/${IDS[1]}`);
  document.location.hash = `#inbox/${IDS[0]}`;
  await settled();
  const identity = identifyGmail(new URL(document.location.href));

  const reading = identity && gmailSite.read(document, identity);

  expect(document.querySelectorAll('.a98.iY')).toHaveLength(2);
  expect(reading?.people.map(({ name }) => name)).toEqual(['Ada Kowalska']);
});

test('a list yields a row per conversation with its people and no own address', async () => {
  const { document, identity } = await visit('2026-11-list.html', '#inbox');

  const rows = gmailSite.rows(document, identity);

  expect(rows.map(({ key, people }) => [key, people.length])).toEqual([
    ['19a3f0c5d2b10001', 1],
    ['19a3f0c5d2b10002', 2],
    ['19a3f0c5d2b10003', 3],
    ['19a3f0c5d2b10004', 0],
    ['19a3f0c5d2b10005', 2],
  ]);
  expect(gmailSite.read(document, identity)).toEqual({ people: [], drift: [] });
});

test('a ticked row is selected, and is found from any element in it', async () => {
  const { document, identity } = await visit('2026-11-list.html', '#inbox');
  document.querySelector<HTMLElement>('tr.zA [role=checkbox]')?.click();
  const subject = document.querySelector('.bog span');

  const row = subject && gmailSite.rowOf(subject, identity);

  expect(row).toMatchObject({ key: '19a3f0c5d2b10001', selected: true });
  expect(gmailSite.rows(document, identity).filter(({ selected }) => selected)).toHaveLength(1);
  expect(gmailSite.rowOf(document.body, identity)).toBeUndefined();
});

test('what is ticked is read row by row, and is nothing where nothing is', async () => {
  const { document, identity } = await visit('2026-11-list.html', '#inbox');
  const before = gmailSite.selection(document, identity);
  for (const at of [0, 2])
    document.querySelectorAll<HTMLElement>('tr.zA [role=checkbox]')[at]?.click();

  const { rows, count } = gmailSite.selection(document, identity);

  expect(before.rows).toEqual([]);
  expect(rows.map(({ key, selected }) => [key, selected])).toEqual([
    ['19a3f0c5d2b10001', true],
    ['19a3f0c5d2b10003', true],
  ]);
  expect(count).toBeUndefined();
});

test('the split layout is read row by row and pane by pane', async () => {
  const { document, identity } = await visit('2026-11-split.html', `#inbox/${IDS[0]}`);
  const secondLine = document.querySelectorAll('tr.apw')[1];

  expect(gmailSite.read(document, identity).people).toEqual([
    { name: '', emails: ['ada.kowalska@example.com'], properties: {} },
  ]);
  expect(gmailSite.rows(document, identity)).toMatchObject([
    { key: '19a3f0c5d2b10001', selected: true },
    { key: 'ben.okafor@example.com rep@example.com Pilot: next steps', selected: false },
  ]);
  expect(secondLine && gmailSite.rowOf(secondLine, identity)?.people).toMatchObject([
    { name: 'Ben Okafor' },
  ]);
});

test('a page that lost its conversation reports drift by name', async () => {
  const { document, identity } = await visit('2026-11-negative-settings.html', `#inbox/${IDS[0]}`);

  expect(gmailSite.read(document, identity)).toEqual({ people: [], drift: ['thread'] });
});
