import { expect, test } from 'vitest';
import { insertedAt, movedAt, removedAt, replacedAt } from './edit-list';

const list = ['a', 'b', 'c'];

test('a list is changed in a copy', () => {
  expect(insertedAt(list, 1, 'x')).toEqual(['a', 'x', 'b', 'c']);
  expect(insertedAt(list, 3, 'x')).toEqual(['a', 'b', 'c', 'x']);
  expect(replacedAt(list, 2, 'x')).toEqual(['a', 'b', 'x']);
  expect(removedAt(list, 0)).toEqual(['b', 'c']);
  expect(list).toEqual(['a', 'b', 'c']);
});

test('nothing moves over an end', () => {
  expect(movedAt(list, 1, -1)).toEqual(['b', 'a', 'c']);
  expect(movedAt(list, 1, 1)).toEqual(['a', 'c', 'b']);
  expect(movedAt(list, 0, -1)).toBe(list);
  expect(movedAt(list, 2, 1)).toBe(list);
});
