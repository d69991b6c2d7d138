import { posix, win32 } from 'node:path';

/** What the choice depends on, so that every machine can be tried in a test. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isFile: (path: string) => boolean;
}

/**
 * `person`: somebody clicks, any of the three will do. `machine`: nobody can click "Allow", so the
 * sites are granted in the profile, and only Chromium keeps an unpacked extension in its profile.
 */
export type Driver = 'person' | 'machine';

const BROWSERS = [
  {
    linux: ['chromium', 'chromium-browser'],
    mac: 'Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
    drivers: ['person', 'machine'],
  },
  {
    linux: ['google-chrome-stable', 'google-chrome'],
    mac: 'Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
    drivers: ['person'],
  },
  {
    linux: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: 'Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
    drivers: ['person'],
  },
] as const satisfies readonly { drivers: readonly Driver[]; [key: string]: unknown }[];

/** Every place where this machine may have a browser, best first. */
export function browserCandidates({ platform, env }: Machine, driver: Driver): readonly string[] {
  const wanted = BROWSERS.filter(({ drivers }) => drivers.some((each) => each === driver));
  if (platform === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']];
    return wanted.flatMap(({ windows }) =>
      roots.flatMap((root) => (root ? [win32.join(root, windows)] : [])),
    );
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])];
    return wanted.flatMap(({ mac }) =>
      roots.map((root) => posix.join(root, `${mac}.app`, 'Contents/MacOS', mac)),
    );
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return wanted.flatMap(({ linux }) =>
    linux.flatMap((name) => folders.map((folder) => posix.join(folder, name))),
  );
}

export type BrowserChoice =
  | { readonly kind: 'found'; readonly path: string }
  /** `CHROME_PATH` names something that is not there: said at once instead of using another. */
  | { readonly kind: 'wrongPath'; readonly path: string }
  | { readonly kind: 'none' };

/** `CHROME_PATH` first, then the known places. */
export function chooseBrowser(machine: Machine, driver: Driver): BrowserChoice {
  const wanted = machine.env['CHROME_PATH'];
  if (wanted)
    return {
      kind: machine.isFile(wanted) ? 'found' : 'wrongPath',
      path: wanted,
    };
  const path = browserCandidates(machine, driver).find(machine.isFile);
  return path ? { kind: 'found', path } : { kind: 'none' };
}

/** How a machine without a browser gets one: Debian's package when it may, else a download. */
export function installWay(machine: Machine & { readonly isRoot: boolean }): 'apt' | 'download' {
  const folders = (machine.env['PATH'] ?? '').split(':');
  const hasApt = folders.some((folder) => machine.isFile(posix.join(folder, 'apt-get')));
  return machine.platform === 'linux' && machine.isRoot && hasApt ? 'apt' : 'download';
}
