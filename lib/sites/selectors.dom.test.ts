import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from '@/test/support/open-page';
import type { Anchor, DatedSelector } from './adapter';
import * as generic from './generic/selectors';
import * as gmail from './gmail/selectors';
import * as hubspot from './hubspot/selectors';
import { isVisible } from './is-visible';
import { KNOWN_SITES } from './known-sites';
import { ADAPTERS } from './registry';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const modules: Readonly<Record<string, object>> = { generic, gmail, hubspot };

/** Pages on which the selectors of a site must match, and how to get them to show all they have. */
const ADDRESS: Readonly<Record<string, string>> = {
  'gmail/2026-11-list.html': 'https://mail.google.com/mail/u/0/#inbox',
  'gmail/2026-11-thread.html': 'https://mail.google.com/mail/u/0/',
  'gmail/2026-11-split.html':
    'https://mail.google.com/mail/u/0/#inbox/FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM',
  'gmail/2026-11-negative-settings.html':
    'https://mail.google.com/mail/u/0/#inbox/FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM',
  'hubspot/2026-11-contact.html': 'https://app.hubspot.com/contacts/4711/record/0-1/51',
  'hubspot/2026-11-contacts-list.html':
    'https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list',
  'hubspot/2026-11-negative-company.html': 'https://app.hubspot.com/contacts/4711/record/0-2/7',
  'hubspot/2026-11-negative-not-found.html': 'https://app.hubspot.com/contacts/4711/record/0-1/99',
  'generic/2026-11-team.html': 'https://www.example.com/team',
  'generic/2026-11-negative-article.html': 'https://www.example.com/article',
};

const pagesOf = (folder: string) =>
  readdirSync(join(import.meta.dirname, '../../test/pages', folder))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${folder}/${name}`);

describe.each(folders)('%s', (folder) => {
  const adapter = ADAPTERS.find(({ id }) => id === folder);
  const open = new Map<string, OpenPage>();

  beforeAll(async () => {
    for (const file of pagesOf(folder)) {
      const page = await openPage(file, ADDRESS[file] ?? 'about:blank');
      for (const box of page.document.querySelectorAll<HTMLElement>(
        'tbody input, tr.zA [role=checkbox]',
      ))
        box.click();
      open.set(file, page);
    }
  });
  afterAll(async () => {
    for (const page of open.values()) await page.close();
  });
  const visibleIn = (file: string, css: string) =>
    [...(open.get(file)?.document.querySelectorAll(css) ?? [])].filter(
      (element) =>
        element.localName === 'script' || element.localName === 'title' || isVisible(element),
    );

  test('is registered, with all the files of an adapter and dated pages of both kinds', () => {
    const files = readdirSync(join(import.meta.dirname, folder));
    const pages = pagesOf(folder);

    expect(adapter).toBeDefined();
    expect(files).toEqual(
      expect.arrayContaining(['site.ts', 'identify.ts', 'selectors.ts', 'read.ts', 'rows.ts']),
    );
    expect(pages.filter((name) => name.includes('-negative-')).length).toBeGreaterThan(0);
    expect(pages.filter((name) => !name.includes('-negative-')).length).toBeGreaterThan(0);
    for (const name of pages) expect(name).toMatch(/\/\d{4}-\d{2}-[a-z-]+\.html$/);
    expect(pages.filter((name) => ADDRESS[name] === undefined)).toEqual([]);
  });

  test('is known to the gate, unless it serves any site', () => {
    const known = KNOWN_SITES.find(({ id }) => id === folder);

    expect(known !== undefined).toBe(adapter?.kind !== 'any');
    if (known) expect(known.identify).toBe(adapter?.identify);
  });

  test.each(selectorsIn(modules[folder]))('$css is dated and matches on a page', ({
    css,
    seen,
  }) => {
    const pages = pagesOf(folder).filter((file) => !file.includes('-negative-'));

    expect(seen).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    expect(pages.filter((file) => visibleIn(file, css).length > 0)).not.toEqual([]);
  });

  test('reads nobody and has no place on a page that is not about a contact', () => {
    expect.hasAssertions();
    for (const file of pagesOf(folder).filter((name) => name.includes('-negative-'))) {
      const { document, url } = open.get(file) ?? {};
      const page = url && adapter?.identify(url);
      if (!page || !document || !adapter) continue;

      expect(adapter.read(document, page).people, file).toEqual([]);
      expect(adapter.rows(document, page), file).toEqual([]);
      for (const { css } of adapter.anchors(page).flatMap(({ selectors }) => selectors)) {
        expect(visibleIn(file, css), `${css} in ${file}`).toEqual([]);
      }
    }
  });
});

test('a folder without selectors here would go untested', () => {
  expect(Object.keys(modules).toSorted()).toEqual(folders.toSorted());
});

function selectorsIn(module: object = {}): readonly DatedSelector[] {
  return Object.values(module)
    .flatMap((value: unknown) => [value].flat())
    .flatMap((value) => {
      if (isAnchor(value)) return value.selectors;
      return isDatedSelector(value) ? [value] : [];
    });
}

function isAnchor(value: unknown): value is Anchor {
  return typeof value === 'object' && value !== null && 'selectors' in value && 'insert' in value;
}

function isDatedSelector(value: unknown): value is DatedSelector {
  return typeof value === 'object' && value !== null && 'css' in value && 'seen' in value;
}
