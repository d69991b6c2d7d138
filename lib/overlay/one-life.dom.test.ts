import { afterEach, expect, test } from 'vitest';
import { claimPage } from './one-life';

const lives: AbortController[] = [];
afterEach(() => {
  for (const life of lives.splice(0)) life.abort();
});

function claim(isAlive: () => boolean, signal = new AbortController().signal) {
  const life = claimPage({ document, signal, isAlive });
  if (life) lives.push(life);
  return life;
}

test('a second injection leaves the living overlay alone, although WXT ended its context', () => {
  const first = new AbortController();
  const life = claim(() => true, first.signal);

  first.abort();
  const second = claim(() => true);

  expect(life?.signal.aborted).toBe(false);
  expect(second).toBeUndefined();
});

test('an overlay that was dismissed can be started again', () => {
  claim(() => true)?.abort();

  expect(claim(() => true)).toBeDefined();
});

test('a newcomer after an update takes the place of the orphan', () => {
  let isAlive = true;
  const orphan = claim(() => isAlive);

  isAlive = false;
  document.dispatchEvent(new Event('sequence-overlay:claim'));

  expect(orphan?.signal.aborted).toBe(true);
});

test('a page that sends our event changes nothing', () => {
  const life = claim(() => true);

  document.dispatchEvent(new Event('sequence-overlay:claim'));

  expect(life?.signal.aborted).toBe(false);
});
