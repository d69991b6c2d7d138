import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';

/*
 * npm run simulate -- --seeds 10000 --from 1     many stories, on all cores
 * npm run simulate -- --seed 1234                one story, with everything that happened in it
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, '.output/simulate');
const SHOWN = 5;

interface Result {
  readonly seed: number;
  readonly problems: readonly string[];
  readonly faults: ReadonlyMap<string, number>;
  readonly sent: number;
  readonly trace: readonly string[];
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
  },
});
const first = Number(values.seed ?? values.from);
const last = values.seed === undefined ? first + Number(values.seeds) - 1 : first;

await bundle();
const began = performance.now();
const faults = new Map<string, number>();
const failed: Result[] = [];
let done = 0;
let sent = 0;
const threads = Math.min(availableParallelism(), last - first + 1);
await Promise.all(Array.from({ length: threads }, (_, index) => run(first + index, threads)));
report();

/** Bundled as the extension is, because Node does not know the `@/` of our imports. */
async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    ssr: { noExternal: true, external: ['fake-indexeddb'] },
    build: {
      ssr: join(import.meta.dirname, 'thread.ts'),
      outDir: OUT,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
}

function run(from: number, step: number): Promise<void> {
  const worker = new Worker(join(OUT, 'thread.mjs'), { workerData: { first: from, last, step } });
  worker.on('message', take);
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

function take(result: Result): void {
  done += 1;
  sent += result.sent;
  for (const [fault, count] of result.faults) faults.set(fault, (faults.get(fault) ?? 0) + count);
  if (result.problems.length > 0) failed.push(result);
  if (first === last) process.stdout.write(`${result.trace.join('\n')}\n`);
  if (done % 500 === 0) {
    process.stdout.write(`${done} of ${last - first + 1} seeds, ${failed.length} failed\n`);
  }
}

/** The same thing happening to another email is the same kind of problem. */
function kindOf(problem: string): string {
  const [line = ''] = problem.split('\n');
  return line.replaceAll(/[\w-]+:[\w-]+:\d|\bid-\d+|\d{4}-\S+Z|\d+/g, '…');
}

function report(): void {
  const seconds = (performance.now() - began) / 1_000;
  for (const { seed, problems, trace } of failed
    .toSorted((a, b) => a.seed - b.seed)
    .slice(0, SHOWN)) {
    process.stdout.write(`\nseed ${seed}\n  ${problems.join('\n  ')}\n`);
    if (first !== last) process.stdout.write(`${trace.slice(-40).join('\n')}\n`);
  }
  const kinds = new Map<string, number[]>();
  for (const { seed, problems } of failed) {
    for (const kind of new Set(problems.map(kindOf))) {
      kinds.set(kind, [...(kinds.get(kind) ?? []), seed]);
    }
  }
  for (const [kind, seeds] of kinds) {
    process.stdout.write(
      `\n${seeds.length} seeds: ${kind}, as in ${seeds.slice(0, 3).join(' ')}\n`,
    );
  }
  process.stdout.write(`\n${sent} emails left; what happened meanwhile:\n`);
  for (const [fault, count] of [...faults].sort(([a], [b]) => a.localeCompare(b))) {
    process.stdout.write(`  ${String(count).padStart(8)}  ${fault}\n`);
  }
  const rate = (done / seconds).toFixed(1);
  process.stdout.write(
    `\n${done} seeds in ${seconds.toFixed(1)} s (${rate}/s, ${threads} threads): ` +
      `${failed.length} failed${
        failed.length > 0
          ? `: ${failed
              .map(({ seed }) => seed)
              .sort((a, b) => a - b)
              .slice(0, 50)
              .join(' ')}`
          : ''
      }\n`,
  );
  const isWhole = done === last - first + 1;
  if (!isWhole) process.stdout.write('not all seeds were run\n');
  process.exitCode = failed.length > 0 || !isWhole ? 1 : 0;
}
