import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Counts, check, vitest } from './support/steps.ts';

// Far west, far east, half an hour off, and one that skipped a whole day.
const OTHER_ZONES = ['America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];

/** Where the zone of the computer could leak in; everything else runs once. */
const TIME_MATTERS = [
  'lib/time',
  'lib/domain/schedule',
  'lib/domain/enrollment',
  'lib/domain/limits',
  'lib/i18n',
];

interface Step {
  readonly name: string;
  readonly run: () => Promise<Counts>;
  /** Works on the build: pointless, and misleading, when there is none. */
  readonly needsBuild?: boolean;
}

const STEPS: readonly Step[] = [
  { name: 'types', run: () => check('tsc', ['--noEmit']) },
  {
    name: 'lint',
    run: () => check('biome', ['check', '--error-on-warnings', '.']),
  },
  {
    name: 'budgets',
    run: () => check('node', ['test/support/budgets.ts']),
    needsBuild: true,
  },
  {
    name: 'unit',
    run: () => vitest(['domain', 'dom', 'shell'], { TZ: 'UTC' }),
  },
  ...OTHER_ZONES.map((zone) => ({
    name: `unit in ${zone}`,
    run: () => vitest(['domain'], { TZ: zone }, TIME_MATTERS),
  })),
  {
    name: 'e2e',
    run: () => vitest(['e2e'], { TZ: 'UTC', E2E_BUILT: '1' }),
    needsBuild: true,
  },
];

function heading(name: string): void {
  process.stdout.write(`\n=== ${name}\n`);
}

chdir(fileURLToPath(new URL('..', import.meta.url)));
heading('build');
const built = await check('wxt', ['build']);
const results: { readonly name: string; readonly counts: Counts }[] = [
  { name: 'build', counts: built },
];
for (const { name, run, needsBuild = false } of STEPS) {
  heading(name);
  const possible = built.failed === 0 || !needsBuild;
  if (!possible) process.stdout.write('not run, because there is no build\n');
  results.push({
    name,
    counts: possible ? await run() : { passed: 0, failed: 1 },
  });
}

heading('summary');
for (const { name, counts } of results) {
  process.stdout.write(`${name}: ${counts.passed} passed, ${counts.failed} failed\n`);
}
const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0);
const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
