import { beforeEach, expect, test } from 'vitest';
import { createTabMemory } from './tab-memory';

beforeEach(() => sessionStorage.clear());

test('what is written is read again by the next page in this tab, until it is forgotten', () => {
  createTabMemory().write('sequence/new', { name: 'Half' });
  const read = createTabMemory().read('sequence/new');

  createTabMemory().forget('sequence/new');

  expect([read, createTabMemory().read('sequence/new')]).toEqual([{ name: 'Half' }, undefined]);
});

test('what is no JSON any more is nothing', () => {
  sessionStorage.setItem('sequence-overlay:x', '{');

  expect(createTabMemory().read('x')).toBeUndefined();
});

test('a full or forbidden storage breaks nothing', () => {
  const memory = createTabMemory(() => {
    throw new DOMException('no', 'SecurityError');
  });

  memory.write('x', 1);
  memory.forget('x');

  expect(memory.read('x')).toBeUndefined();
});
