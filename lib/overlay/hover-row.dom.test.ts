import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '@/lib/domain/contact/person';
import type { ListRow, SiteAdapter } from '@/lib/sites/adapter';
import { aPerson } from '@/test/support/overlay-builders';
import { createHoverRow } from './hover-row';

const PAGE = { kind: 'list', key: 'contacts', account: '1' } as const;

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  const rows = ['ada', 'grace', 'far'].map(
    (id) => `<tr id="${id}"><td><a href="#">${id}</a></td></tr>`,
  );
  document.body.innerHTML = `<h1>Contacts</h1><table>${rows.join('')}</table><sequence-overlay></sequence-overlay>`;
  for (const [index, row] of [...document.querySelectorAll('tr')].entries()) {
    // The last row is below the window.
    const top = row.id === 'far' ? 5_000 : index * 40;
    row.getBoundingClientRect = () => new DOMRect(0, top, 800, 40);
  }
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const rowAt = (element: Element): ListRow => ({
  element,
  key: element.id,
  people: [aPerson({ name: element.id, emails: [`${element.id}@example.com`] })],
  selected: false,
});

const adapter: SiteAdapter = {
  id: 'test',
  kind: 'crm',
  settleMs: 0,
  identify: () => PAGE,
  read: () => ({ people: [], drift: [] }),
  anchors: () => [],
  rows: () => [...document.querySelectorAll('tr')].map(rowAt),
  selection: () => ({ rows: [] }),
  rowOf: (element) => {
    const row = element.closest('tr');
    return row ? rowAt(row) : undefined;
  },
  watch: 'tr',
};

function start() {
  const shown: (string | undefined)[] = [];
  const asked: string[][] = [];
  const host = document.querySelector<HTMLElement>('sequence-overlay');
  if (!host) throw new Error('the page has our element');
  let isPinned = false;
  const rows = createHoverRow({
    document,
    adapter,
    host,
    place: vi.fn(),
    show: (people) => shown.push(people?.[0]?.name),
    ask: (people: readonly Person[]) => asked.push(people.map(({ name }) => name)),
    isPinned: () => isPinned,
    signal: life.signal,
  });
  rows.start(PAGE);
  const at = async (selector: string, type = 'pointerover') => {
    document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));
    await vi.advanceTimersByTimeAsync(50);
  };
  return { rows, shown, asked, host, at, pin: () => (isPinned = true) };
}

test('asks about the rows in view in one message, and not about the others', async () => {
  const { asked } = start();

  await vi.advanceTimersByTimeAsync(300);

  expect(asked).toEqual([['ada', 'grace']]);
});

test('follows the pointer and the focus over rows, and adds nothing to them', async () => {
  const { at, shown, host } = start();
  const before = document.querySelector('table')?.outerHTML;

  await at('#ada td');
  await at('#grace a', 'focusin');

  expect(shown).toEqual(['ada', 'grace']);
  expect(host.style.getPropertyValue('--so-row-middle')).toBe('60px');
  expect(document.querySelector('table')?.outerHTML).toBe(before);
});

test('stays while the pointer is on the control, and leaves soon after it left the list', async () => {
  const { at, shown } = start();
  await at('#ada td');

  await at('sequence-overlay');
  await vi.advanceTimersByTimeAsync(2_000);
  const onControl = [...shown];
  await at('h1');
  await vi.advanceTimersByTimeAsync(400);

  expect(onControl).toEqual(['ada']);
  expect(shown).toEqual(['ada', undefined]);
});

test('keeps its row while a popover is open', async () => {
  const { at, shown, pin } = start();
  await at('#ada td');

  pin();
  await at('#grace td');
  await at('h1');
  await vi.advanceTimersByTimeAsync(2_000);

  expect(shown).toEqual(['ada']);
});

test('goes when the list throws its row away', async () => {
  const { at, shown, rows } = start();
  await at('#ada td');

  document.querySelector('#ada')?.remove();
  rows.refresh();

  expect(shown).toEqual(['ada', undefined]);
});

test('hears nothing after the end', async () => {
  const { at, shown } = start();

  life.abort();
  await at('#ada td');

  expect(shown).toEqual([]);
});
