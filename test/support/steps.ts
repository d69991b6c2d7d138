import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a command with its output shown; `true` when it ended well. */
export async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  onOutput?: (chunk: Uint8Array) => void,
): Promise<boolean> {
  const path = `${BIN}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(command, args, {
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, PATH: path, ...env },
    shell: process.platform === 'win32', // commands are .cmd files there
  });
  if (onOutput) {
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
  }
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  const ended = await Promise.race([once(child, 'close'), failure]);
  if (!(ended instanceof Error)) return ended[0] === 0;
  process.stderr.write(`${command}: ${ended.message}\n`);
  return false;
}

/** Runs a command and shows what it said only if it failed. */
export async function runQuietly(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const said: Uint8Array[] = [];
  const ok = await run(command, args, env, (chunk) => said.push(chunk));
  if (!ok) process.stderr.write(Buffer.concat(said));
  return ok;
}

/** A step that is one check: it counts as one. */
export async function check(command: string, args: readonly string[]): Promise<Counts> {
  const ok = await run(command, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** A step that runs tests: every test counts. */
export async function vitest(
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
  folders: readonly string[] = [],
): Promise<Counts> {
  const report = join(tmpdir(), `sequence-overlay-tests-${process.pid}.json`);
  await rm(report, { force: true });
  const ok = await run(
    'vitest',
    [
      'run',
      '--config=test/vitest.config.ts',
      ...folders,
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  );
  const text = await readFile(report, 'utf8').catch(() => '{}');
  await rm(report, { force: true });
  return countTests(JSON.parse(text), ok);
}

/**
 * Counts a Vitest JSON report. A test that did not run counts as failed, and so does a run that
 * ended badly without naming a failed test (a file that could not be loaded) or had no test at all.
 */
export function countTests(report: unknown, endedWell: boolean): Counts {
  const passed = numberIn(report, 'numPassedTests');
  const failed =
    numberIn(report, 'numFailedTests') +
    numberIn(report, 'numPendingTests') +
    numberIn(report, 'numTodoTests');
  const unnamed = failed === 0 && (!endedWell || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unnamed };
}

function numberIn(report: unknown, key: string): number {
  if (typeof report !== 'object' || report === null) return 0;
  const value = Object.entries(report).find(([name]) => name === key)?.[1];
  return typeof value === 'number' ? value : 0;
}
