import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeLocks } from '@/test/support/fake-locks';
import { injectGateIntoOpenTabs, registerGate } from './register-gate';

interface Script {
  readonly id: string;
  readonly matches: string[];
}

const GMAIL = 'https://mail.google.com/*';
const CRM = 'https://crm.example.com/*';

let granted: string[];
let scripts: Map<string, Script>;
let changes: string[];
const executeScript = vi.fn();

/** As Chromium: an id is registered once, and only what is registered can be taken back. */
beforeEach(() => {
  granted = [];
  scripts = new Map();
  changes = [];
  executeScript.mockReset();
  const scripting = {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      ids.flatMap((id) => scripts.get(id) ?? []),
    registerContentScripts: async (fresh: readonly Script[]) => {
      for (const script of fresh) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        scripts.set(script.id, script);
        changes.push(`+${script.matches.join(' ')}`);
      }
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) {
        if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
        changes.push('-');
      }
    },
    executeScript,
  };
  const permissions = { getAll: async () => ({ permissions: ['storage'], origins: [...granted] }) };
  Object.assign(fakeBrowser, { scripting, permissions });
});

const locks = createFakeLocks();
const registered = () => scripts.get('gate')?.matches ?? [];

test('without a granted site nothing is registered', async () => {
  await registerGate(locks);

  expect(changes).toEqual([]);
});

test('the gate follows what is granted: added, changed, taken back', async () => {
  const seen: string[][] = [];
  for (const now of [[GMAIL], [GMAIL, CRM], [CRM], [], [CRM]]) {
    granted = now;
    await registerGate(locks);
    seen.push([...registered()]);
  }

  expect(seen).toEqual([[GMAIL], [GMAIL, CRM], [CRM], [], [CRM]]);
});

test('it is our file, in the top frame of granted pages only, and stays over a restart', async () => {
  granted = [GMAIL];

  await registerGate(locks);

  expect(scripts.get('gate')).toEqual({
    id: 'gate',
    js: ['gate.js'],
    matches: [GMAIL],
    runAt: 'document_idle',
    persistAcrossSessions: true,
  });
});

test('what is right already is not touched, in whatever order the browser lists it', async () => {
  granted = [GMAIL, CRM];
  await registerGate(locks);
  changes.length = 0;

  granted = [CRM, GMAIL];
  await registerGate(locks);

  expect(changes).toEqual([]);
});

test('a registration that an update has lost is made again', async () => {
  granted = [GMAIL];
  await registerGate(locks);
  scripts.clear();

  await registerGate(locks);

  expect(registered()).toEqual([GMAIL]);
});

test('permissions that are no web hosts are not registered', async () => {
  granted = ['chrome://favicon/*', GMAIL, 'file:///*'];

  await registerGate(locks);

  expect(registered()).toEqual([GMAIL]);
});

test('many at once register once, and the last grant counts', async () => {
  granted = [GMAIL];
  const runs = [registerGate(locks), registerGate(locks)];
  granted = [GMAIL, CRM];
  runs.push(registerGate(locks), registerGate(locks));

  await Promise.all(runs);

  expect(registered()).toEqual([GMAIL, CRM]);
});

test('open tabs of a granted site get the gate, and a tab that cannot take it stops nobody', async () => {
  const query = vi.fn(async () => [
    { id: 1 },
    { id: 2, discarded: true },
    {},
    { id: 3, discarded: false },
  ]);
  Object.assign(fakeBrowser.tabs, { query });
  executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));

  await injectGateIntoOpenTabs([GMAIL]);

  expect(query).toHaveBeenCalledExactlyOnceWith({ url: [GMAIL] });
  expect(executeScript.mock.calls.map(([call]) => call.target)).toEqual([
    { tabId: 1, frameIds: [0] },
    { tabId: 3, frameIds: [0] },
  ]);
});

test('without a site no tab is asked for: an empty list would mean all of them', async () => {
  const query = vi.fn(async () => []);
  Object.assign(fakeBrowser.tabs, { query });

  await injectGateIntoOpenTabs([]);

  expect(query).not.toHaveBeenCalled();
});
