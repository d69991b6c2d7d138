import { afterEach, expect, test } from 'vitest';
import { type OpenPage, openPage } from '@/test/support/open-page';
import { identifyGeneric } from './identify';
import { showsPeople } from './shows-people';
import { genericSite } from './site';

const open: OpenPage[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

async function visit(file: string) {
  const page = await openPage(`generic/${file}`, 'https://www.example.com/team');
  open.push(page);
  const identity = identifyGeneric(page.url);
  if (!identity) throw new Error('expected a page of ours');
  return { ...page, identity };
}

async function people() {
  const { document, identity } = await visit('2026-11-team.html');
  return genericSite.read(document, identity).people;
}

const find = async (email: string) => (await people()).find(({ emails }) => emails.includes(email));

test('schema.org data in a script names a person, and the link to them adds nobody', async () => {
  expect(await find('grace.osei@example.com')).toEqual({
    name: 'Grace Osei',
    emails: ['grace.osei@example.com', 'grace@bakery.example.com'],
    company: 'Example Bakery',
    properties: {
      first_name: 'Grace',
      last_name: 'Osei',
      job_title: 'Chief Baker',
      city: 'Accra',
      country: 'Ghana',
    },
  });
});

test('microdata belongs to its own item, not to the company or the address inside', async () => {
  expect(await find('hiro.tanaka@example.com')).toEqual({
    name: 'Hiro Tanaka',
    emails: ['hiro.tanaka@example.com'],
    company: 'Example Bakery',
    properties: { job_title: 'Sales', city: 'Osaka' },
  });
  expect(await find('not.hiro@example.com')).toBeUndefined();
});

test('a vCard has two addresses, a zone and a title', async () => {
  expect(await find('ines+work@example.com')).toEqual({
    name: 'Inês Carvalho',
    emails: ['ines+work@example.com', 'ines.private@example.com'],
    company: 'Carvalho & Filhos',
    zone: 'Europe/Lisbon',
    properties: { job_title: 'Buyer' },
  });
});

test('a card in a card does not lend its name', async () => {
  expect(await find('jonas.berg@example.com')).toMatchObject({
    name: 'Jonas Berg',
    company: 'Berg AB',
  });
});

test('a link to several is several people without a name, and copies are nobody', async () => {
  const all = await people();
  const names = ['kim', 'lee', 'max', 'boss'].map(
    (who) => all.find(({ emails }) => emails.includes(`${who}@example.com`))?.name,
  );

  expect(names).toEqual(['', '', '', undefined]);
});

test('a link text is a name unless it is the address or says what the link does', async () => {
  expect((await find('mia.rossi@example.com'))?.name).toBe('Mia Rossi');
  expect((await find('hello@example.com'))?.name).toBe('');
  expect((await find('markup@example.com'))?.name).toBe('<img src=x onerror=alert(1)>');
});

test('every person comes once, and broken, injected or hidden links are nobody', async () => {
  const keys = (await people()).flatMap(({ emails }) => emails).map((email) => email.toLowerCase());

  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.join(' ')).not.toMatch(/zz|oskar|trap|all@/);
});

test('the row of an element is the whole card it stands in', async () => {
  const { document, identity } = await visit('2026-11-team.html');
  const link = document.querySelector('.vcard a');

  const row = link && genericSite.rowOf(link, identity);

  expect(row?.element).toBe(document.querySelector('.vcard'));
  expect(row?.people).toMatchObject([{ name: 'Inês Carvalho' }]);
  expect(genericSite.rows(document, identity).map(({ element }) => element)).toContain(
    row?.element,
  );
});

test('a directory of thousands yields fifty', async () => {
  const { document, identity } = await visit('2026-11-negative-article.html');
  for (let at = 0; at < 2_000; at += 1) {
    const link = document.createElement('a');
    link.setAttribute('href', `mailto:p${at}@example.com`);
    document.body.append(link);
  }

  expect(genericSite.read(document, identity).people).toHaveLength(50);
});

test('an article has nobody, for the gate as for the reader', async () => {
  const { document, identity } = await visit('2026-11-negative-article.html');

  expect(showsPeople(document)).toBe(false);
  expect(genericSite.read(document, identity)).toEqual({ people: [], drift: [] });
});

test('the gate sees a person that is only in a script', async () => {
  const { document } = await visit('2026-11-negative-article.html');
  const script = document.createElement('script');
  script.setAttribute('type', 'application/ld+json');
  script.textContent = '{"@type":"Person","name":"Ada","email":"ada@example.com"}';
  document.head.append(script);

  expect(showsPeople(document)).toBe(true);
});

test.each([
  ['https://www.example.com/team#top', 'https://www.example.com/team', true],
  ['https://www.example.com/app#/people/1', 'https://www.example.com/app#/people/2', false],
  ['https://www.example.com/p?id=1', 'https://www.example.com/p?id=2', false],
])('%s and %s are one page: %s', (first, second, same) => {
  const key = (address: string) => identifyGeneric(new URL(address))?.key;

  expect(key(first) === key(second)).toBe(same);
});
