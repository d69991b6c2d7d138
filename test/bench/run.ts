import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { type Bench, measure } from './bench.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, '.output/bench');
/** A machine that is busy with something else is no reason to fail; three times in a row is one. */
const TRIES = 3;
const NOT_A_BENCH = ['run.ts', 'bench.ts'];
/** Those that need a browser bring one of their own. */
const IN_BROWSER: Readonly<Record<string, () => Promise<boolean>>> = {
  outbox: async () => (await import('./outbox/in-browser.ts')).benchOutbox(),
};

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !NOT_A_BENCH.includes(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .concat(Object.keys(IN_BROWSER));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no such bench: ${unknown}; there are: ${known}`);

for (const name of asked.length > 0 ? asked : known) {
  const inBrowser = IN_BROWSER[name];
  if (inBrowser !== undefined) {
    if (!(await inBrowser())) process.exitCode = 1;
    continue;
  }
  for (const bench of await load(name)) if (!(await holds(bench))) process.exitCode = 1;
}

/** Bundled as the extension is, because Node does not know the `@/` of our imports. */
async function load(name: string): Promise<readonly Bench[]> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: OUT,
      emptyOutDir: false,
      target: 'esnext',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  const built: { readonly benches: readonly Bench[] } = await import(
    pathToFileURL(join(OUT, `${name}.mjs`)).href
  );
  return built.benches;
}

async function holds(bench: Bench): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { ratio, low, high, work, yardstick } = await measure(bench);
    const fine = ratio <= bench.limit;
    process.stdout.write(
      `${bench.name}: costs ${ratio.toFixed(3)} ${bench.of} (middle half ${low.toFixed(3)} to ${high.toFixed(3)}), ` +
        `at most ${bench.limit}; ${work.toFixed(1)} µs against ${yardstick.toFixed(1)} µs, ` +
        `${bench.count * bench.rounds} of each: ${fine ? 'holds' : 'too slow'}\n`,
    );
    if (fine) return true;
  }
  return false;
}
