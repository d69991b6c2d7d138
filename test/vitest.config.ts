import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `*.dom.test.ts(x)` need a document, `*.shell.test.ts` a browser API and a database. */
const DOM = '**/*.dom.test.{ts,tsx}';
const SHELL = '**/*.shell.test.ts';
const tests = (pattern: string) =>
  ['lib', 'components', 'entrypoints', 'test'].map((folder) => `${folder}/${pattern}`);

// Setup files give every test an empty world, and pure functions leave nothing behind: files may share
// a worker, which makes them several times as fast.
export default defineConfig({
  root,
  test: {
    projects: [
      {
        plugins: [await WxtVitest()],
        root,
        test: {
          name: 'domain',
          environment: 'node',
          isolate: false,
          include: tests('**/*.test.ts'),
          exclude: [DOM, SHELL],
        },
      },
      {
        plugins: [await WxtVitest(), preact()],
        root,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          isolate: false,
          include: tests(DOM),
          setupFiles: ['test/support/dom-setup.ts', 'test/support/i18n-setup.ts'],
        },
      },
      {
        plugins: [await WxtVitest()],
        root,
        test: {
          name: 'shell',
          environment: 'node',
          isolate: false,
          include: tests(SHELL),
          setupFiles: ['test/support/shell-setup.ts', 'test/support/i18n-setup.ts'],
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          // A browser keeps a core busy while its pages are built: as many as there are cores.
          maxWorkers: 2,
          // The worker-killed cases mostly wait, all at the same time.
          maxConcurrency: 6,
          // Browsers share the machine: patience costs nothing where all goes well.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
