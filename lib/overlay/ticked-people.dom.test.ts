import { beforeEach, expect, test } from 'vitest';
import type { ListRow, PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import { genericSite } from '@/lib/sites/generic/site';
import { aPerson } from '@/test/support/overlay-builders';
import { createTickedPeople } from './ticked-people';

const page: PageIdentity = { kind: 'list', key: 'all', account: '1' };
/** What the site says is ticked in all, where it says so. */
let count: number | undefined;

const rowAt = (element: Element): ListRow => ({
  element,
  key: element.id,
  people: [aPerson({ name: element.id, emails: [`${element.id}@example.com`] })],
  selected: element.hasAttribute('ticked'),
});
/** A list that keeps only some of its rows in the document. */
const adapter: SiteAdapter = {
  ...genericSite,
  rowOf: (element) => rowAt(element),
  selection: (document) => ({
    rows: [...document.querySelectorAll('li[ticked]')].map(rowAt),
    ...(count !== undefined && { count }),
  }),
};

beforeEach(() => {
  count = undefined;
  document.body.innerHTML = '';
});

const list = (html: string) => {
  document.body.innerHTML = `<ul>${html}</ul>`;
};
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

test('everybody who is ticked is read, once each', () => {
  list('<li id="ada" ticked></li><li id="ben"></li><li id="cy" ticked></li>');
  const ticked = createTickedPeople(document, adapter);

  ticked.read(page);

  expect(names(ticked.read(page).people)).toEqual(['ada', 'cy']);
});

test('a ticked row that scrolled away is still ticked, as the page’s own count says', () => {
  const ticked = createTickedPeople(document, adapter);
  count = 2;
  list('<li id="ada" ticked></li><li id="ben"></li>');
  ticked.read(page);
  list('<li id="cy" ticked></li>');

  const { people, shown } = ticked.read(page);

  expect(names(people)).toEqual(['ada', 'cy']);
  expect(shown).toBe(2);
});

test('says how many could not be read', () => {
  const ticked = createTickedPeople(document, adapter);
  count = 91;
  list('<li id="ada" ticked></li>');

  expect(ticked.read(page)).toMatchObject({ shown: 91, people: { length: 1 } });
});

test('a row that is unticked on screen is forgotten', () => {
  const ticked = createTickedPeople(document, adapter);
  count = 2;
  list('<li id="ada" ticked></li><li id="cy" ticked></li>');
  ticked.read(page);
  document.querySelector('#ada')?.removeAttribute('ticked');
  count = 1;

  expect(names(ticked.read(page).people)).toEqual(['cy']);
});

test('an element that holds another row by now has not unticked the one before', () => {
  const ticked = createTickedPeople(document, adapter);
  count = 1;
  list('<li id="ada" ticked></li>');
  ticked.read(page);
  const element = document.querySelector('li');
  element?.removeAttribute('ticked');
  element?.setAttribute('id', 'zoe');

  expect(names(ticked.read(page).people)).toEqual(['ada']);
});

test('when something was unticked out of sight, only what is seen counts', () => {
  const ticked = createTickedPeople(document, adapter);
  count = 3;
  list('<li id="ada" ticked></li><li id="ben" ticked></li>');
  ticked.read(page);
  list('<li id="cy" ticked></li>');
  ticked.read(page);
  count = 2;

  expect(names(ticked.read(page).people)).toEqual(['cy']);
});

test('where the page has no count, only what is in the document counts', () => {
  const ticked = createTickedPeople(document, adapter);
  list('<li id="ada" ticked></li>');
  ticked.read(page);
  list('<li id="cy" ticked></li>');

  expect(names(ticked.read(page).people)).toEqual(['cy']);
});

test('another list starts from nothing', () => {
  const ticked = createTickedPeople(document, adapter);
  count = 1;
  list('<li id="ada" ticked></li>');
  ticked.read(page);
  list('');

  expect(ticked.read({ ...page, key: 'mine' }).people).toEqual([]);
});
