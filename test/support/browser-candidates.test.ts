import { expect, test } from 'vitest';
import { browserCandidates, chooseBrowser, installWay, type Machine } from './browser-candidates';

function aMachine(
  files: readonly string[],
  env: Machine['env'] = { PATH: '/usr/local/bin:/usr/bin' },
  platform: NodeJS.Platform = 'linux',
): Machine {
  return { platform, env, isFile: (path) => files.includes(path) };
}

test('CHROME_PATH wins over everything that is installed', () => {
  const machine = aMachine(['/usr/bin/chromium', '/opt/mine'], {
    PATH: '/usr/bin',
    CHROME_PATH: '/opt/mine',
  });

  expect(chooseBrowser(machine, 'person')).toEqual({ kind: 'found', path: '/opt/mine' });
});

test('a CHROME_PATH that is not there is said, not replaced by another browser', () => {
  const machine = aMachine(['/usr/bin/chromium'], {
    PATH: '/usr/bin',
    CHROME_PATH: '/opt/gone',
  });

  expect(chooseBrowser(machine, 'person')).toEqual({
    kind: 'wrongPath',
    path: '/opt/gone',
  });
});

test('Chromium is taken before Chrome, and Chrome before Edge', () => {
  const all = ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/chromium'];

  const first = chooseBrowser(aMachine(all), 'person');
  const second = chooseBrowser(aMachine(all.slice(0, 2)), 'person');
  const third = chooseBrowser(aMachine(all.slice(0, 1)), 'person');

  expect([first, second, third].map((choice) => 'path' in choice && choice.path)).toEqual([
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ]);
});

test('branded browsers are for people only, a machine takes Chromium or none', () => {
  const branded = aMachine(['/usr/bin/google-chrome', '/usr/bin/microsoft-edge']);
  const both = aMachine(['/usr/bin/google-chrome', '/usr/bin/chromium']);

  expect(chooseBrowser(branded, 'machine')).toEqual({ kind: 'none' });
  expect(chooseBrowser(both, 'machine')).toEqual({ kind: 'found', path: '/usr/bin/chromium' });
});

test('a machine without a browser has none', () => {
  expect(chooseBrowser(aMachine([]), 'person')).toEqual({ kind: 'none' });
  expect(chooseBrowser(aMachine([], {}), 'person')).toEqual({ kind: 'none' });
});

test('on a Mac the applications of the machine and of the user are looked at', () => {
  const paths = browserCandidates(aMachine([], { HOME: '/Users/ada' }, 'darwin'), 'person');

  expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(paths).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('on Windows all three program folders are looked at', () => {
  const env = {
    PROGRAMFILES: 'C:\\Program Files',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  };

  const paths = browserCandidates(aMachine([], env, 'win32'), 'person');

  expect(paths).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  expect(paths).toContain('C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe');
});

test('Debian’s package is installed only by root, on Linux, where apt exists', () => {
  const debian = aMachine(['/usr/bin/apt-get']);

  expect(installWay({ ...debian, isRoot: true })).toBe('apt');
  expect(installWay({ ...debian, isRoot: false })).toBe('download');
  expect(installWay({ ...aMachine([]), isRoot: true })).toBe('download');
  expect(installWay({ ...debian, platform: 'darwin', isRoot: true })).toBe('download');
});
