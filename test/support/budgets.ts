import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipped, loadedBy } from './bundle.ts';
import { codeProblems, manifestProblems, sourceProblems } from './manifest-rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = join(ROOT, '.output/chrome-mv3');

/** Kilobytes (1,000 bytes) after gzip, everything counted that the entry loads. `0018` says why. */
const BUDGETS = [
  { name: 'gate', entry: 'gate.js', limit: 3 },
  { name: 'overlay', entry: 'content-scripts/overlay.js', limit: 45 },
  { name: 'worker', entry: 'background.js', limit: 120 },
  { name: 'popup', entry: 'popup.html', limit: 30 },
] as const;

async function weigh(): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { name, entry, limit } of BUDGETS) {
    const size = (await gzipped(BUILD, await loadedBy(BUILD, entry))) / 1_000;
    process.stdout.write(`${name}: ${size.toFixed(1)} kB of ${limit} kB\n`);
    if (size > limit) problems.push(`${name} is ${size.toFixed(1)} kB, limit ${limit} kB`);
  }
  return problems;
}

async function inspect(
  folder: string,
  pattern: string,
  look: (path: string, text: string) => readonly string[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for await (const path of glob(pattern, { cwd: folder })) {
    problems.push(...look(path, await readFile(join(folder, path), 'utf8')));
  }
  return problems;
}

/** Tests build pages from text all the time, and do not ship. */
function ofShipped(look: typeof sourceProblems): typeof sourceProblems {
  return (path, text) => (/\.test\.tsx?$/.test(path) ? [] : look(path, text));
}

const manifest: Readonly<Record<string, unknown>> = JSON.parse(
  await readFile(join(BUILD, 'manifest.json'), 'utf8'),
);
const problems = [
  ...(await weigh()),
  ...manifestProblems(manifest),
  ...(await inspect(BUILD, '**/*.js', codeProblems)),
  ...(await inspect(ROOT, '{lib,components,entrypoints}/**/*.{ts,tsx}', ofShipped(sourceProblems))),
];
for (const problem of problems) process.stdout.write(`✗ ${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
