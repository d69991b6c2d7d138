import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Tree = { readonly [key: string]: string | Tree };

const read = (language: string): Tree =>
  parse(readFileSync(join(import.meta.dirname, 'locales', `${language}.yml`), 'utf8'));

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const english = new Map(flatten(read('en')));
const polish = new Map(flatten(read('pl')));
const placeholders = (text: string) => [...text.matchAll(/\$\d/g)].map(([match]) => match).sort();

test('every sentence exists in both languages', () => {
  expect([...polish.keys()].sort()).toEqual([...english.keys()].sort());
});

test('both languages fill in the same things', () => {
  const different = [...english].filter(
    ([key, text]) => `${placeholders(text)}` !== `${placeholders(polish.get(key) ?? '')}`,
  );

  expect(different).toEqual([]);
});

test('no sentence is empty', () => {
  const empty = [...english, ...polish].filter(([, text]) => text.trim() === '');

  expect(empty).toEqual([]);
});
