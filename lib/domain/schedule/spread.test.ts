import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SPREAD_MINUTES, spread } from './spread';

const DAY_WINDOW = { start: 480, end: 1_080 };
const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `sequence-1:person${index}@example.com:step-2`);

test('the same key has the same minute today and tomorrow', () => {
  // Written down: another hash would move every step that is planned already.
  expect(keys(4).map((key) => spread(key, DAY_WINDOW))).toEqual([0, 10, 40, 1]);
});

test('is whole minutes, below an hour and below half of the window', () => {
  const anyWindow = fc
    .record({ start: fc.nat({ max: 1_438 }), length: fc.integer({ min: 1, max: 1_440 }) })
    .map(({ start, length }) => ({ start, end: Math.min(1_440, start + length) }));
  fc.assert(
    fc.property(fc.string(), anyWindow, (key, window) => {
      const minutes = spread(key, window);

      expect(Number.isInteger(minutes)).toBe(true);
      expect(minutes).toBeGreaterThanOrEqual(0);
      expect(minutes).toBeLessThan(SPREAD_MINUTES);
      expect(minutes).toBeLessThanOrEqual((window.end - window.start) / 2);
    }),
  );
});

test('a hundred keys that differ in a digit use the whole hour, and no minute twice too often', () => {
  const used = Map.groupBy(keys(100), (key) => spread(key, DAY_WINDOW));

  expect(used.size).toBeGreaterThan(40);
  expect(Math.max(...[...used.values()].map(({ length }) => length))).toBeLessThanOrEqual(6);
});

test('many keys fall into every minute about equally often', () => {
  const used = Map.groupBy(keys(60_000), (key) => spread(key, DAY_WINDOW));
  const counts = [...used.values()].map(({ length }) => length);

  expect(used.size).toBe(60);
  // Four standard deviations of a fair die.
  expect(Math.min(...counts)).toBeGreaterThan(1_000 - 127);
  expect(Math.max(...counts)).toBeLessThan(1_000 + 127);
});
