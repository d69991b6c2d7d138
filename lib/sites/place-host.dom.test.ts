import { beforeEach, expect, test } from 'vitest';
import type { Anchor } from './adapter';
import { findPlace, placeHost } from './place-host';

const anchor = (name: string, css: string, insert: Anchor['insert'] = 'append'): Anchor => ({
  name,
  selectors: [{ css, seen: '2026-11', grade: 'A' }],
  insert,
});
const ANCHORS = [anchor('best', '.best'), anchor('next', '.next')];
const host = () => document.createElement('sequence-overlay');

beforeEach(() => {
  document.body.innerHTML = '';
});

test('the best anchor that is on screen is taken, a hidden copy is passed over', () => {
  document.body.innerHTML =
    '<div style="display:none"><p class="best" id="stale"></p></div><p class="best" id="live"></p>';

  expect(findPlace(document, ANCHORS)).toMatchObject({
    level: 'preferred',
    anchorName: 'best',
    element: document.querySelector('#live'),
  });
});

test.each([
  'hidden',
  'style="display:none"',
  'style="visibility:hidden"',
])('with the best anchor %s the next one is taken and the best one named as missing', (how) => {
  document.body.innerHTML = `<p class="best" ${how}></p><p class="next"></p>`;

  expect(findPlace(document, ANCHORS)).toMatchObject({
    level: 'second',
    anchorName: 'next',
    missing: ['best'],
  });
});

test('without any anchor the control floats', () => {
  expect(findPlace(document, ANCHORS)).toEqual({ level: 'floating', missing: ['best', 'next'] });
  expect(findPlace(document, [])).toEqual({ level: 'floating', missing: [] });
});

test.each([
  ['append', '<p class="best"><b></b><sequence-overlay></sequence-overlay></p>'],
  ['prepend', '<p class="best"><sequence-overlay></sequence-overlay><b></b></p>'],
  ['after', '<p class="best"><b></b></p><sequence-overlay></sequence-overlay>'],
  ['before', '<sequence-overlay></sequence-overlay><p class="best"><b></b></p>'],
] as const)('%s puts the host there once and then leaves it alone', (insert, html) => {
  document.body.innerHTML = '<p class="best"><b></b></p>';
  const element = host();
  const place = () => findPlace(document, [anchor('best', '.best', insert)]);

  expect(placeHost(element, place())).toBe(true);
  expect(document.body.innerHTML).toBe(html);
  expect(placeHost(element, place())).toBe(false);
});

test('the host moves as one element from the corner to an anchor that appears late', () => {
  const element = host();
  placeHost(element, findPlace(document, ANCHORS));
  document.body.insertAdjacentHTML('afterbegin', '<p class="best"></p>');

  expect(placeHost(element, findPlace(document, ANCHORS))).toBe(true);
  expect(element.parentElement?.className).toBe('best');
  expect(document.querySelectorAll('sequence-overlay')).toHaveLength(1);
});
