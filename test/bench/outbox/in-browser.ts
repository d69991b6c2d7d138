import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../support/find-browser.ts';
import type { Result } from './in-page.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const OUT = join(ROOT, '.output/bench-outbox');
/** Enrollments; every one has ten rows in the outbox. */
const SMALL = 1_000;
const LARGE = Number(process.env['BENCH_ENROLLMENTS'] ?? 100_000);
/** From the small database to the large one nothing may take longer than so many times. */
const MOST_GROWTH = 3;

/**
 * The outbox in real Chromium, with the extension's own bundled code over real IndexedDB: once with
 * ten thousand rows, once with a million.
 *
 * @returns whether everything is within its limits
 */
export async function benchOutbox(): Promise<boolean> {
  await bundle();
  const code = await readFile(join(OUT, 'in-page.js'), 'utf8');
  const server = createServer((request, response) => {
    const isCode = request.url === '/in-page.js';
    response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
    response.end(isCode ? code : '<!doctype html><script src="in-page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const profile = await mkdtemp(join(tmpdir(), 'sequence-overlay-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('machine'),
    headless: false,
    args: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const small = await runIn(page, SMALL);
    const large = await runIn(page, LARGE);
    return [holds(small), holds(large), grows(small, large)].every(Boolean);
  } finally {
    await context.close();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function bundle(): Promise<unknown> {
  return build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'esnext',
      lib: {
        entry: join(import.meta.dirname, 'in-page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'in-page.js',
      },
    },
  });
}

async function runIn(page: Page, enrollments: number): Promise<readonly Result[]> {
  process.stdout.write(`${enrollments} enrollments, ${enrollments * 10} rows\n`);
  // As text: benches run without code from strings, which is how Playwright checks a function.
  return page.evaluate<readonly Result[]>(`runOutboxBench(${enrollments})`);
}

function holds(results: readonly Result[]): boolean {
  return results
    .map(({ name, of, limit, ratio, low, high, work, yardstick }) => {
      const fine = ratio <= limit;
      process.stdout.write(
        `${name}: costs ${ratio.toFixed(2)} of ${of} (middle half ${low.toFixed(2)} to ${high.toFixed(2)}), ` +
          `at most ${limit}; ${(work / 1_000).toFixed(2)} ms against ${(yardstick / 1_000).toFixed(2)} ms: ` +
          `${fine ? 'holds' : 'too slow'}\n`,
      );
      return fine;
    })
    .every(Boolean);
}

function grows(small: readonly Result[], large: readonly Result[]): boolean {
  return small
    .map(({ name, work }, index) => {
      const growth = (large[index]?.work ?? Number.POSITIVE_INFINITY) / work;
      const fine = growth <= MOST_GROWTH;
      process.stdout.write(
        `${name}: ${growth.toFixed(2)} times as long with ${LARGE * 10} rows as with ${SMALL * 10}, ` +
          `at most ${MOST_GROWTH}: ${fine ? 'holds' : 'too slow'}\n`,
      );
      return fine;
    })
    .every(Boolean);
}
