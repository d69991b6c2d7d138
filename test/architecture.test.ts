import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import { checks } from '@/lib/domain/enrollment/checks/table';
import { protocol } from '@/lib/rpc/protocol';
import { ADAPTERS } from '@/lib/sites/registry';
import { migrations } from '@/lib/store/migrations/migrations';

const ROOT = new URL('..', import.meta.url).pathname;
const TOP_LEVEL = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'components',
  'entrypoints',
  'lib',
  'package-lock.json',
  'package.json',
  'public',
  'test',
  'tsconfig.json',
  'wxt.config.ts',
];

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

const sources = ['lib', 'components', 'entrypoints', 'test']
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('/generated/'));
/** This file names what it forbids. */
const others = sources.filter((file) => file !== 'test/architecture.test.ts');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the tree', () => {
  test('has the top level that was ordered, and nothing else', () => {
    const ignored = new Set(['node_modules']);
    const top = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !ignored.has(name));

    expect(top.sort()).toEqual(TOP_LEVEL);
  });

  test('has no file over 250 lines that does not say why in its first line', () => {
    const long = sources.filter((file) => {
      const lines = read(file).split('\n');
      return lines.length > 250 && !/^\/[/*].*long/i.test(lines[0] ?? '');
    });

    expect(long).toEqual([]);
  });

  test('half of all source files have 70 lines or less', () => {
    const product = sources.filter((file) => !/\.test\.|^test\//.test(file));
    const lengths = product.map((file) => read(file).split('\n').length).sort((a, b) => a - b);

    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70);
  });

  test('takes no shortcut around the types or the tests', () => {
    const shortcut =
      /@ts-(ignore|expect-error|nocheck)|\b(test|it|describe)\.(skip|only|todo|fails)\b/;

    expect(others.filter((file) => shortcut.test(read(file)))).toEqual([]);
  });

  test('has no note to self without a date, or past it', () => {
    // The one test that reads the clock: a date that never comes would be no date.
    const month = new Date().toISOString().slice(0, 7);
    const overdue = others.filter((file) => {
      const notes = [...read(file).matchAll(/TODO(?: \[(\d{4}-\d{2})\])?/g)];
      return notes.some(([, date]) => date === undefined || date < month);
    });

    expect(overdue).toEqual([]);
  });

  test('no folder re-exports itself through an index file', () => {
    const isPage = (file: string) => file.startsWith('entrypoints/');
    const barrels = sources.filter((file) => /^(index|utils)\.tsx?$/.test(basename(file)));

    expect(barrels.filter((file) => !isPage(file))).toEqual([]);
  });
});

describe('what is declared is complete', () => {
  test('every folder under lib/sites is a registered adapter with all its parts', () => {
    const folders = readdirSync(join(ROOT, 'lib/sites'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);

    expect(folders.sort()).toEqual(ADAPTERS.map(({ id }) => id).sort());
    for (const folder of folders) {
      const parts = readdirSync(join(ROOT, 'lib/sites', folder));
      expect(parts).toEqual(
        expect.arrayContaining(['site.ts', 'identify.ts', 'selectors.ts', 'read.ts', 'rows.ts']),
      );
    }
  });

  test('migrations are numbered from one without a gap, in files that carry their number', () => {
    const files = readdirSync(join(ROOT, 'lib/store/migrations')).filter((f) => /^\d{4}-/.test(f));
    const numbers = files.filter((f) => !f.includes('.test.')).map((f) => Number(f.slice(0, 4)));

    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
    expect(numbers.sort((a, b) => a - b)).toEqual(migrations.map(({ version }) => version));
  });

  test('every check has a file of its own and runs', () => {
    expect(Object.keys(checks).sort()).toEqual([...CHECK_CODES].sort());
    for (const code of CHECK_CODES) {
      const file = `${code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
      expect(readdirSync(join(ROOT, 'lib/domain/enrollment/checks'))).toContain(file);
    }
  });

  test('every message is a noun and a verb', () => {
    for (const name of Object.keys(protocol)) expect(name).toMatch(/^[a-z]+\.[a-z]+$/i);
  });

  test('decisions are numbered once each', () => {
    const files = readdirSync(join(ROOT, 'test/decisions')).filter((name) => name.endsWith('.md'));
    const numbers = files.map((name) => name.slice(0, 4));

    expect(files.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(files.length);
    for (const name of files) expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
  });

  test('every dependency has a line in the decision about dependencies', () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(
      read('package.json'),
    );
    const names = [manifest.dependencies, manifest.devDependencies].flatMap(Object.keys);
    const table = read('test/decisions/0012-dependencies.md');

    for (const name of names) expect(table).toContain(`\`${name}\``);
  });
});

describe('both languages', () => {
  test('say the same things with the same blanks', async () => {
    const { parse } = await import('yaml');
    const flat = (tree: object, prefix = ''): [string, string][] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [[`${prefix}${key}`, value] as [string, string]]
          : flat(value, `${prefix}${key}.`),
      );
    const [en, pl] = ['en', 'pl'].map(
      (name) => new Map(flat(parse(read(`lib/i18n/locales/${name}.yml`)))),
    );
    const blanks = (text = '') => [...new Set(text.match(/\$\d/g))].sort();

    expect([...(pl?.keys() ?? [])].sort()).toEqual([...(en?.keys() ?? [])].sort());
    for (const [key, text] of en ?? []) {
      expect({ key, blanks: blanks(pl?.get(key)) }).toEqual({ key, blanks: blanks(text) });
    }
  });
});
