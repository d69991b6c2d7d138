import { describe, expect, test, vi } from 'vitest';
import type { Overview } from '@/lib/rpc/views';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { NOW, zone } from '@/test/support/builders';
import { fakeChosenSites, fakePermissions } from '@/test/support/fake-permissions';
import { createMemoryShelf } from '@/test/support/memory-shelf';
import { anEmptyOptionsStore, fakeMemory, fakeRoute, fakeRpc } from '@/test/support/options-world';
import { anOverview } from '@/test/support/view-builders';
import { createOptionsModel, type OptionsDeps } from './model';
import type { Section } from './route';

const GMAIL = 'https://mail.google.com/*';

async function open(overrides: Partial<OptionsDeps> & { readonly at?: Section } = {}) {
  const route = fakeRoute(overrides.at && { section: overrides.at });
  const changes = new Set<() => void>();
  const { rpc, calls } = fakeRpc();
  const clock = { now: vi.fn(() => NOW) };
  const model = createOptionsModel({
    ...anEmptyOptionsStore(),
    rpc,
    readOverview: async () => anOverview(),
    readSettings: async () => DEFAULT_SETTINGS,
    refreshHolidays: async () => undefined,
    defaults: DEFAULT_SETTINGS,
    knownSites: [{ id: 'gmail', name: 'Gmail', origins: [GMAIL] }],
    permissions: fakePermissions([GMAIL]),
    chosenSites: fakeChosenSites(),
    memory: fakeMemory(),
    newKey: () => 'key',
    zone: zone('Europe/Warsaw'),
    route,
    onChange: (handler, signal) => {
      changes.add(handler);
      signal.addEventListener('abort', () => changes.delete(handler));
    },
    copy: async () => undefined,
    download: () => undefined,
    shelf: createMemoryShelf(),
    onProgress: () => undefined,
    saveBlob: () => undefined,
    clock,
    ...overrides,
  });
  const stop = new AbortController();
  await model.start(stop.signal);
  return { model, route, changes, calls, stop, clock };
}

const sectionOf = ({ model }: Awaited<ReturnType<typeof open>>) => model.where.place.value?.section;

describe('opened without a section', () => {
  const noSenders = async (): Promise<Overview> => anOverview({ senders: [] });

  test('the first run begins with the sites', async () => {
    const page = await open({ permissions: fakePermissions(), readOverview: noSenders });

    expect(sectionOf(page)).toBe('sites');
  });

  test('then comes the mailbox', async () => {
    expect(sectionOf(await open({ readOverview: noSenders }))).toBe('mailbox');
  });

  test('and once both are there, what is running', async () => {
    expect(sectionOf(await open())).toBe('enrollments');
  });
});

test('a link leads to its section, whose heading then takes the focus', async () => {
  const page = await open({ at: 'settings' });
  const before = [sectionOf(page), page.model.where.wentThere.value];

  page.route.go({ section: 'mailbox' });

  expect(before).toEqual(['settings', false]);
  expect([sectionOf(page), page.model.where.wentThere.value]).toEqual(['mailbox', true]);
});

test('what was said before goes with its section, what was just said stays', async () => {
  const { model, route, clock } = await open({ at: 'settings' });
  await model.preferences.save({ undoSeconds: 5 });
  route.go({ section: 'mailbox' });
  const justSaid = model.notes.note.value?.text;

  clock.now.mockReturnValue(NOW + 5_000);
  route.go({ section: 'sites' });

  expect([justSaid, model.notes.note.value]).toEqual(['Saved.', undefined]);
});

test('a change in the database and a site taken back show without a reload', async () => {
  const permissions = fakePermissions([GMAIL]);
  const readOverview = vi.fn(async () => anOverview({ senders: [] }));
  const { model, changes } = await open({ permissions, readOverview });
  readOverview.mockImplementation(async () => anOverview());

  for (const changed of changes) changed();
  permissions.takeBack(GMAIL);

  await expect.poll(() => model.senders.value?.length).toBe(1);
  await expect.poll(() => model.sites.lines.value[0]?.state).toBe('takenBack');
});

test('everything that listens ends with the page', async () => {
  const { route, changes, stop } = await open();

  stop.abort();

  expect([route.handlers.size, route.holders.size, changes.size]).toEqual([0, 0, 0]);
});

test('a preference is saved and said to be', async () => {
  const { model, calls } = await open();

  await model.preferences.save({ undoSeconds: 0 });
  await model.preferences.save({ teams: ['Sales North'] });

  expect(calls).toEqual([
    ['settings.save', { undoSeconds: 0 }],
    ['settings.save', { teams: ['Sales North'] }],
  ]);
  expect(model.preferences.settings.value).toMatchObject({
    undoSeconds: 0,
    teams: ['Sales North'],
  });
  expect(model.notes.note.value).toEqual({ tone: 'good', text: 'Saved.' });
});

test.each([
  [async () => undefined, 'Copied.'],
  [() => Promise.reject(new Error('denied')), /Select the address/],
])('copying tells what came of it', async (copy, sentence) => {
  const { model } = await open({ copy });

  await model.copy('https://abc.chromiumapp.org/');

  expect(model.notes.note.value?.text).toMatch(sentence);
});

test('a database that cannot be read is said', async () => {
  const { model } = await open({ readOverview: () => Promise.reject(new Error('blocked')) });

  expect([model.failed.value, model.senders.value]).toEqual([true, undefined]);
});

test('public holidays are brought up to date when the page opens, and a failure only said', async () => {
  const refreshHolidays = vi.fn(() => Promise.reject(new Error('offline')));
  const { model } = await open({ refreshHolidays });

  expect(refreshHolidays).toHaveBeenCalledOnce();
  expect([model.calendar.holidays.value.kind, model.notes.note.value]).toEqual([
    'failed',
    undefined,
  ]);
});

describe('leaving a form with something typed', () => {
  const typing = async () => {
    const page = await open({ at: 'sequences' });
    page.route.go({ section: 'sequences', item: 'new' });
    await expect.poll(() => page.model.sequences.form.status.value).toBe('ready');
    page.model.sequences.form.edit.change({ name: 'Half a name' });
    return page;
  };

  test('asks first, and the address stays where we are', async () => {
    const { model, route } = await typing();

    route.go({ section: 'mailbox' });

    expect(model.where.place.value).toEqual({ section: 'sequences', item: 'new' });
    expect(route.current()).toEqual({ section: 'sequences', item: 'new' });
    expect(model.where.leavingFor.value).toEqual({ section: 'mailbox' });
    expect(model.sequences.form.form.value?.draft.name).toBe('Half a name');
  });

  test('has the browser ask before the page is closed, and only then', async () => {
    const { model, route } = await typing();
    const typed = route.isHeld();

    model.sequences.form.edit.change({ name: '' });

    expect([typed, route.isHeld()]).toEqual([true, false]);
  });

  test('goes on after a yes, and what was typed is forgotten', async () => {
    const { model, route } = await typing();
    route.go({ section: 'mailbox' });

    model.sequences.form.forget();
    model.where.leave();

    expect(model.where.place.value).toEqual({ section: 'mailbox' });
    route.go({ section: 'sequences', item: 'new' });
    await expect.poll(() => model.sequences.form.form.value?.draft.name).toBe('');
  });
});

test('a workflow that is not saved holds the rep, and is forgotten only when they say so', async () => {
  const memory = fakeMemory();
  const { model, route } = await open({ memory });
  route.go({ section: 'workflows', item: 'new', sequence: 'sequence-1' });
  await expect.poll(() => model.workflow.status.value).toBe('ready');
  model.workflow.change({ name: 'Half a na' });

  route.go({ section: 'enrollments' });

  expect(model.where.leavingFor.value).toEqual({ section: 'enrollments' });
  expect([route.isHeld(), memory.kept.size]).toEqual([true, 1]);
  model.workflow.forget();
  model.where.leave();
  expect(model.where.place.value).toEqual({ section: 'enrollments' });
  expect([route.isHeld(), memory.kept.size]).toEqual([false, 0]);
});
