import { expect, test } from 'vitest';
import { references } from './bundle';

test('a page loads its scripts and styles', () => {
  const html = `<link rel="stylesheet" crossorigin href="/assets/popup-1.css">
    <script type="module" crossorigin src="/chunks/popup-2.js"></script>`;

  expect(references('popup.html', html)).toEqual(['assets/popup-1.css', 'chunks/popup-2.js']);
});

test('a script loads what it imports, at once or later, minified or not', () => {
  const js = `import{a as b}from"./shared-1.js";import"./side.js";
    import { c } from '../other.js'; const later = () => import("./later.js");`;

  expect(references('chunks/popup.js', js)).toEqual([
    'chunks/shared-1.js',
    'chunks/side.js',
    'other.js',
    'chunks/later.js',
  ]);
});

test('a style loads nothing that counts', () => {
  expect(references('assets/popup.css', '@import "./x.js"')).toEqual([]);
});
