import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parse } from 'yaml';

type Tree = { readonly [key: string]: string | Tree };

const english: Tree = parse(
  // Not `new URL(…, import.meta.url)`: Vite turns that into a web address where there is a document.
  readFileSync(join(import.meta.dirname, '../../lib/i18n/locales/en.yml'), 'utf8'),
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
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  fakeBrowser.i18n.getMessage = (key: string, substitutions?: string | (string | number)[]) => {
    const values = [substitutions ?? []].flat();
    const text = messages.get(key) ?? '';
    return text.replace(/\$(\d)/g, (_, index: string) => String(values[Number(index) - 1] ?? ''));
  };
});
