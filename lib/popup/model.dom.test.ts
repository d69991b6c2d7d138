import { describe, expect, test, vi } from 'vitest';
import type { ActiveTab } from '@/lib/platform/active-tab';
import { RpcFailure } from '@/lib/rpc/failure';
import { enrollmentId, NOW } from '@/test/support/builders';
import { fakePermissions } from '@/test/support/fake-permissions';
import { anEnrolledStatus, anOverview } from '@/test/support/view-builders';
import { createPopupModel, type PopupDeps } from './model';

const GMAIL = 'https://mail.google.com/*';
const ada = { name: 'Ada Lovelace', emails: ['ada@example.com'], properties: {} };

const aTab = (answer: unknown, url = 'https://mail.google.com/mail/u/0/#inbox/1') => {
  const heard: string[] = [];
  const tab: ActiveTab = {
    current: async () => ({ id: 7, url }),
    ask: async (_tab, message) => {
      heard.push(message.kind);
      return message.kind === 'report' ? answer : undefined;
    },
    reload: async () => {
      heard.push('reload');
    },
  };
  return { tab, heard };
};

function aPopup(overrides: Partial<PopupDeps> = {}) {
  const changes = new Set<() => void>();
  const close = vi.fn();
  const deps: PopupDeps = {
    readOverview: async () => anOverview(),
    rpc: {
      'engine.pauseAll': async () => undefined,
      'engine.dismissCatchUp': async () => undefined,
      'contact.status': async ({ people }) => people.map(() => ({ kind: 'free' })),
      'enrollment.unenroll': async () => ({ kind: 'unenrolled', sequenceName: 'Introduction' }),
      'options.open': async () => undefined,
    },
    tab: aTab({ site: 'gmail', people: [ada] }).tab,
    permissions: fakePermissions([GMAIL]),
    onChange: (handler, signal) => {
      changes.add(handler);
      signal.addEventListener('abort', () => changes.delete(handler));
    },
    clock: { now: () => NOW },
    close,
    ...overrides,
  };
  const announce = () => {
    for (const handler of changes) handler();
  };
  return { model: createPopupModel(deps), deps, close, announce, changes };
}

const start = async (overrides: Partial<PopupDeps> = {}) => {
  const popup = aPopup(overrides);
  const stop = new AbortController();
  await popup.model.start(stop.signal);
  return { ...popup, stop };
};

describe('what the popup knows when it opens', () => {
  test('stored data is there without waiting for a page that does not answer', async () => {
    const never = new Promise<never>(() => undefined);
    const { model } = aPopup({ tab: { ...aTab(undefined).tab, ask: () => never } });

    void model.start(new AbortController().signal);

    await expect.poll(() => model.overview.value.kind).toBe('ready');
    expect(model.page.value.kind).toBe('looking');
  });

  test('every change is read again until the popup closes', async () => {
    let active = 1;
    const sequence = anOverview().sequences[0];
    const { model, announce, changes, stop } = await start({
      readOverview: async () =>
        anOverview({ sequences: sequence ? [{ ...sequence, active: active++ }] : [] }),
    });

    announce();

    const count = () =>
      model.overview.value.kind === 'ready' && model.overview.value.overview.sequences[0]?.active;
    await expect.poll(count).toBe(2);
    stop.abort();
    expect(changes.size).toBe(0);
  });

  test('a database that cannot be read is said, and read again on request', async () => {
    const readOverview = vi.fn<() => Promise<ReturnType<typeof anOverview>>>();
    readOverview.mockRejectedValueOnce(new Error('blocked')).mockResolvedValue(anOverview());
    const { model } = await start({ readOverview });
    const first = model.overview.value.kind;

    await model.retry();

    expect([first, model.overview.value.kind]).toEqual(['failed', 'ready']);
  });
});

describe('the page behind the popup', () => {
  test.each([
    ['chrome://extensions', 'restricted'],
    ['', 'restricted'],
    ['https://chromewebstore.google.com/', 'restricted'],
    ['http://crm.example.com/', 'insecure'],
  ])('%s is %s', async (url, kind) => {
    const { model } = await start({ tab: aTab(undefined, url).tab });

    expect(model.page.value).toEqual({ kind });
  });

  test('a site that is off is named, and its overlay is not asked', async () => {
    const { tab, heard } = aTab({ site: 'any', people: [ada] }, 'https://crm.example.com/1');
    const { model } = await start({ tab });

    expect(model.page.value).toEqual({ kind: 'siteOff', host: 'crm.example.com', refused: false });
    expect(heard).toEqual([]);
  });

  test('nobody answers where the page is older than the switch', async () => {
    const { model } = await start({ tab: aTab(undefined).tab });

    expect(model.page.value).toEqual({ kind: 'silent', host: 'mail.google.com' });
  });

  test('a report that is not one counts as no answer', async () => {
    const { model } = await start({ tab: aTab({ site: 'gmail', people: [{ name: 5 }] }).tab });

    expect(model.page.value.kind).toBe('silent');
  });

  test('a page without people says so', async () => {
    const { model } = await start({ tab: aTab({ site: 'gmail', people: [] }).tab });

    expect(model.page.value).toEqual({ kind: 'nobody', host: 'mail.google.com' });
  });

  test('a list shows the first few and counts the rest', async () => {
    const people = Array.from({ length: 30 }, (_, index) => ({
      name: `Person ${index}`,
      emails: [`p${index}@example.com`],
    }));
    const { model } = await start({ tab: aTab({ site: 'hubspot', people }).tab });

    const page = model.page.value;
    expect(page.kind === 'people' && [page.people.length, page.more]).toEqual([4, 26]);
  });

  test('control characters of a hostile name do not reach the popup', async () => {
    const people = [{ name: 'Ada\u202e\r\nBcc: eve\u0000', emails: ['ada@example.com'] }];
    const { model } = await start({ tab: aTab({ site: 'gmail', people }).tab });

    const page = model.page.value;
    expect(page.kind === 'people' && page.people[0]?.name).toBe('Ada Bcc: eve');
  });
});

describe('a click in the popup', () => {
  test('Enroll opens the popover on the page and closes the popup', async () => {
    const { tab, heard } = aTab({ site: 'gmail', people: [ada] });
    const { model, close } = await start({ tab });

    await model.enroll();

    expect(heard).toEqual(['report', 'open']);
    expect(close).toHaveBeenCalledOnce();
  });

  test.each([
    { kind: 'unenrolled', sequenceName: 'Introduction' },
    { kind: 'notEnrolled' },
  ] as const)('Unenroll says what came of it: $kind', async (outcome) => {
    const { model } = await start({
      rpc: {
        ...aPopup().deps.rpc,
        'contact.status': async () => [anEnrolledStatus()],
        'enrollment.unenroll': async () => outcome,
      },
    });

    await model.unenroll(enrollmentId('enrollment-1'));

    expect(model.note.value).toEqual(outcome);
    expect(model.busy.value).toBeUndefined();
  });

  test('a request without an answer is named and nothing stays busy', async () => {
    const { model } = await start({
      rpc: {
        ...aPopup().deps.rpc,
        'enrollment.unenroll': () => Promise.reject(new RpcFailure('storeUnavailable')),
      },
    });

    await model.unenroll(enrollmentId('enrollment-1'));

    expect(model.note.value).toEqual({ kind: 'failed', code: 'storeUnavailable' });
    expect(model.busy.value).toBeUndefined();
  });

  test('Switch on asks for this origin within the click and looks again', async () => {
    const permissions = fakePermissions();
    const { model } = await start({ permissions });

    const done = model.switchOn();
    const askedAtOnce = [...permissions.asked];
    await done;

    expect(askedAtOnce).toEqual([[GMAIL]]);
    expect(model.page.value.kind).toBe('people');
    expect(model.hasSites.value).toBe(true);
  });

  test('a refusal is said and can be asked again', async () => {
    const { model } = await start({ permissions: fakePermissions([], false) });

    await model.switchOn();

    expect(model.page.value).toEqual({ kind: 'siteOff', host: 'mail.google.com', refused: true });
  });

  test('a site that is taken back in the browser shows at once', async () => {
    const permissions = fakePermissions([GMAIL]);
    const { model } = await start({ permissions });
    const before = model.page.value.kind;

    permissions.takeBack(GMAIL);

    await expect.poll(() => model.page.value.kind).toBe('siteOff');
    expect([before, model.hasSites.value]).toEqual(['people', false]);
  });

  test('a link opens its section and closes the popup', async () => {
    const opened = vi.fn(async () => undefined);
    const { model, close } = await start({
      rpc: { ...aPopup().deps.rpc, 'options.open': opened },
    });

    await model.openOptions('mailbox');

    expect(opened).toHaveBeenCalledWith({ section: 'mailbox' });
    expect(close).toHaveBeenCalledOnce();
  });
});
