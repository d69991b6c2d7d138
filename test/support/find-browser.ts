import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chooseBrowser, type Driver, installWay, type Machine } from './browser-candidates.ts';

const PLAYWRIGHT = fileURLToPath(
  new URL('../../node_modules/playwright-core/cli.js', import.meta.url),
);

const machine: Machine = {
  platform: process.platform,
  env: process.env,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
};

/** The browser's path; installs one when the machine has none and allows it. */
export function findBrowser(driver: Driver): string {
  const choice = chooseBrowser(machine, driver);
  if (choice.kind === 'found') return choice.path;
  if (choice.kind === 'wrongPath') {
    throw new Error(
      `CHROME_PATH is ${choice.path}, but there is no such file; correct or unset it.`,
    );
  }
  return installed() ?? download() ?? giveUp();
}

function installed(): string | undefined {
  if (installWay({ ...machine, isRoot: process.getuid?.() === 0 }) !== 'apt') return undefined;
  process.stdout.write("No browser here, installing Debian's chromium …\n");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ok =
    run('apt-get', ['update'], env) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], env);
  const choice = chooseBrowser(machine, 'machine');
  return ok && choice.kind === 'found' ? choice.path : undefined;
}

function download(): string | undefined {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  process.stdout.write('No browser here, downloading Chromium …\n');
  return run(process.execPath, [PLAYWRIGHT, 'install', 'chromium']) && existsSync(path)
    ? path
    : undefined;
}

function run(command: string, args: readonly string[], env = process.env): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function giveUp(): never {
  throw new Error(
    'Install Chromium (version 144 or newer), or set CHROME_PATH to one that is installed.',
  );
}
