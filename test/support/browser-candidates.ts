import { posix, win32 } from 'node:path';

/** What the choice depends on, so that every machine can be tried in a test. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isFile: (path: string) => boolean;
}

// Chromium first: branded Chrome and Edge no longer load an unpacked extension from the command line.
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Every place where this machine may have a browser, best first. */
export function browserCandidates({ platform, env }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']];
    return WINDOWS_PATHS.flatMap((path) =>
      roots.flatMap((root) => (root ? [win32.join(root, path)] : [])),
    );
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])];
    return MAC_APPS.flatMap((app) =>
      roots.map((root) => posix.join(root, `${app}.app`, 'Contents/MacOS', app)),
    );
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

export type BrowserChoice =
  | { readonly kind: 'found'; readonly path: string }
  /** `CHROME_PATH` names something that is not there: said at once instead of using another. */
  | { readonly kind: 'wrongPath'; readonly path: string }
  | { readonly kind: 'none' };

/** `CHROME_PATH` first, then the known places. */
export function chooseBrowser(machine: Machine): BrowserChoice {
  const wanted = machine.env['CHROME_PATH'];
  if (wanted)
    return {
      kind: machine.isFile(wanted) ? 'found' : 'wrongPath',
      path: wanted,
    };
  const path = browserCandidates(machine).find(machine.isFile);
  return path ? { kind: 'found', path } : { kind: 'none' };
}

/** How a machine without a browser gets one: Debian's package when it may, else a download. */
export function installWay(machine: Machine & { readonly isRoot: boolean }): 'apt' | 'download' {
  const folders = (machine.env['PATH'] ?? '').split(':');
  const hasApt = folders.some((folder) => machine.isFile(posix.join(folder, 'apt-get')));
  return machine.platform === 'linux' && machine.isRoot && hasApt ? 'apt' : 'download';
}
