import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enrollmentId, NOW } from '@/test/support/builders';
import { createToasts } from './toasts';

const enrolled = {
  kind: 'enrolled',
  name: 'Ada',
  sequence: 'Introduction',
  enrollmentId: enrollmentId('enrollment-1'),
  isUndoing: false,
} as const;

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const toasts = () => createToasts({ clock: { now: () => Date.now() }, signal: life.signal });

test('counts down the seconds in which Undo works, then offers it no more, then leaves', async () => {
  const made = toasts();
  made.show(enrolled, NOW + 3_000);

  const seen: (number | undefined)[] = [];
  for (let second = 0; second < 4; second += 1) {
    seen.push(made.shown.value[0]?.secondsLeft);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  const after = made.shown.value.length;
  await vi.advanceTimersByTimeAsync(1_500);

  expect(seen).toEqual([3, 2, 1, undefined]);
  expect(after).toBe(1);
  expect(made.shown.value).toEqual([]);
});

test('good news leaves by itself, bad news stays until it is dismissed', async () => {
  const made = toasts();
  made.show({ kind: 'undone' });
  made.show({ kind: 'failed', code: 'internal' });

  await vi.advanceTimersByTimeAsync(60_000);
  const left = made.shown.value;
  for (const { id } of left) made.dismiss(id);

  expect(left.map(({ content }) => content.kind)).toEqual(['failed']);
  expect(made.shown.value).toEqual([]);
});

test('at most three are shown, the newest last', () => {
  const made = toasts();

  for (const sequence of ['one', 'two', 'three', 'four']) made.show({ kind: 'restored', sequence });

  expect(made.shown.value.map(({ content }) => 'sequence' in content && content.sequence)).toEqual([
    'two',
    'three',
    'four',
  ]);
});

test('no clock runs while nothing is shown, nor after the end', async () => {
  const made = toasts();
  expect(vi.getTimerCount()).toBe(0);

  made.show({ kind: 'undone' });
  const running = vi.getTimerCount();
  await vi.advanceTimersByTimeAsync(10_000);
  const idle = vi.getTimerCount();
  made.show(enrolled, NOW + 60_000);
  life.abort();

  expect({ running, idle, ended: vi.getTimerCount() }).toEqual({ running: 1, idle: 0, ended: 0 });
});
