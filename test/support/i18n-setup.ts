import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach } from 'vitest';

type Tree = { readonly [key: string]: string | Tree };

const english: Tree = parse(
  readFileSync(new URL('../../lib/i18n/locales/en.yml', import.meta.url), 'utf8'),
);

/** The browser joins nested keys with `_`, and so do we. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}_`)) flat.set(inner, text);
  }
  return flat;
}

const messages = flatten(english);

beforeEach(() => {
  fakeBrowser.i18n.getMessage = (key: string, substitutions?: string | string[]) => {
    const values = [substitutions ?? []].flat();
    const text = messages.get(key) ?? '';
    return text.replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? '');
  };
});
