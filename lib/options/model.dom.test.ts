import { describe, expect, test, vi } from 'vitest';
import type { Overview } from '@/lib/rpc/views';
import { NOW, zone } from '@/test/support/builders';
import { fakeChosenSites, fakePermissions } from '@/test/support/fake-permissions';
import { anOverview } from '@/test/support/view-builders';
import { createOptionsModel, type OptionsDeps } from './model';
import type { Section } from './route';

const GMAIL = 'https://mail.google.com/*';
const defaults = { undoSeconds: 10, googleClientId: '', googleClientSecret: '' };

function aRoute(first: Section | undefined) {
  let section = first;
  const handlers = new Set<() => void>();
  return {
    current: () => section,
    onChange: (handler: () => void, signal: AbortSignal) => {
      handlers.add(handler);
      signal.addEventListener('abort', () => handlers.delete(handler));
    },
    follow: (next: Section) => {
      section = next;
      for (const handler of handlers) handler();
    },
    handlers,
  };
}

async function open(overrides: Partial<OptionsDeps> & { readonly at?: Section } = {}) {
  const route = aRoute(overrides.at);
  const changes = new Set<() => void>();
  const saved: unknown[] = [];
  const model = createOptionsModel({
    rpc: {
      'mailbox.connect': async () => ({ kind: 'failed', code: 'cancelled' }),
      'mailbox.disconnect': async () => undefined,
      'settings.save': async (input) => void saved.push(input),
      'enrollment.unenroll': async () => ({ kind: 'notEnrolled' }),
    },
    readOverview: async () => anOverview(),
    readRows: async () => [],
    readSettings: async () => defaults,
    defaults,
    knownSites: [{ id: 'gmail', name: 'Gmail', origins: [GMAIL] }],
    permissions: fakePermissions([GMAIL]),
    chosenSites: fakeChosenSites(),
    zone: zone('Europe/Warsaw'),
    route,
    onChange: (handler, signal) => {
      changes.add(handler);
      signal.addEventListener('abort', () => changes.delete(handler));
    },
    copy: async () => undefined,
    clock: { now: () => NOW },
    ...overrides,
  });
  const stop = new AbortController();
  await model.start(stop.signal);
  return { model, route, changes, saved, stop };
}

describe('opened without a section', () => {
  const noSenders = async (): Promise<Overview> => anOverview({ senders: [] });

  test('the first run begins with the sites', async () => {
    const { model } = await open({ permissions: fakePermissions(), readOverview: noSenders });

    expect(model.section.value).toBe('sites');
  });

  test('then comes the mailbox', async () => {
    const { model } = await open({ readOverview: noSenders });

    expect(model.section.value).toBe('mailbox');
  });

  test('and once both are there, what is running', async () => {
    const { model } = await open();

    expect(model.section.value).toBe('enrollments');
  });
});

test('a link leads to its section, whose heading then takes the focus', async () => {
  const { model, route } = await open({ at: 'settings' });
  const before = [model.section.value, model.wentThere.value];

  route.follow('mailbox');

  expect(before).toEqual(['settings', false]);
  expect([model.section.value, model.wentThere.value]).toEqual(['mailbox', true]);
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

  expect([route.handlers.size, changes.size]).toEqual([0, 0]);
});

test('the time to undo is saved and said to be', async () => {
  const { model, saved } = await open();

  await model.saveUndo(0);

  expect(saved).toEqual([{ undoSeconds: 0 }]);
  expect(model.settings.value.undoSeconds).toBe(0);
  expect(model.note.value).toEqual({ tone: 'good', text: 'Saved.' });
});

test.each([
  [async () => undefined, 'Copied.'],
  [() => Promise.reject(new Error('denied')), /Select the address/],
])('copying tells what came of it', async (copy, sentence) => {
  const { model } = await open({ copy });

  await model.copy('https://abc.chromiumapp.org/');

  expect(model.note.value?.text).toMatch(sentence);
});

test('a database that cannot be read is said', async () => {
  const { model } = await open({ readOverview: () => Promise.reject(new Error('blocked')) });

  expect([model.failed.value, model.senders.value]).toEqual([true, undefined]);
});
