import { parseArgs } from 'node:util';
import { type KillReport, killRun } from './kill-run.ts';

/*
 * `npm run kill-test`: the whole browser dies at random moments while a rep enrolls and the worker
 * sends, on both of Chromium's IndexedDB backends, and its database is lost now and then.
 */

const BACKENDS = [
  { name: 'LevelDB', args: [] },
  { name: 'SQLite', args: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'] },
] as const;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    backend: { type: 'string' },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);
const reports: KillReport[] = [];
const problems: string[] = [];
for (const { name, args } of BACKENDS) {
  if (values.backend !== undefined && values.backend !== name) continue;
  say(`\n=== ${name}, seed ${values.seed}`);
  const report = await killRun({
    args,
    kills: Number(values.kills),
    seed: Number(values.seed),
    emails: 2,
    damageEvery: 5,
    say,
  });
  reports.push(report);
  problems.push(...report.violations);
  if (report.backend !== name) problems.push(`the browser used ${report.backend}, not ${name}`);
}

const columns: readonly (readonly [string, (report: KillReport) => number | string])[] = [
  ['backend found in the profile', (report) => report.backend],
  ['browsers killed', (report) => report.kills],
  ['databases wiped / found', (r) => `${r.injected.wiped} / ${r.detected.wiped}`],
  ['rolled back / found', (r) => `${r.injected.rolledBack} / ${r.detected.rolledBack}`],
  ['made anew / found', (r) => `${r.injected.recreated} / ${r.detected.recreated}`],
  ['lost by the browser itself and brought back', (report) => report.natural],
  ['people enrolled', (report) => report.acknowledged],
  ['emails sent', (report) => report.emails],
  ['torn, doubled or lost', (report) => report.violations.length],
];
say('');
say(`| | ${reports.map(({ backend }) => backend).join(' | ')} |`);
say(`|---|${reports.map(() => '---|').join('')}`);
for (const [name, of] of columns) say(`| ${name} | ${reports.map(of).join(' | ')} |`);
for (const problem of problems) say(`✗ ${problem}`);
process.exitCode = problems.length > 0 || reports.length === 0 ? 1 : 0;
