import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNotes } from './notes';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const clock = { now: () => Date.now() };

test('what can be taken back counts down, then only says what happened', () => {
  const notes = createNotes({ clock });
  notes.say({
    tone: 'good',
    text: 'Paused',
    undo: { until: 1_010_000, run: async () => undefined },
  });
  const seconds = [notes.undo.value?.secondsLeft];

  vi.advanceTimersByTime(3_500);
  seconds.push(notes.undo.value?.secondsLeft);
  vi.advanceTimersByTime(7_000);

  expect([...seconds, notes.undo.value]).toEqual([10, 7, undefined]);
  expect([notes.note.value?.text, vi.getTimerCount()]).toEqual(['Paused', 0]);
});

test('taking back runs once, however often it is clicked', async () => {
  const notes = createNotes({ clock });
  const done = Promise.withResolvers<void>();
  const run = vi.fn(() => done.promise);
  notes.say({ tone: 'good', text: 'Paused', undo: { until: 1_010_000, run } });

  const first = notes.takeBack();
  const second = notes.takeBack();
  const meanwhile = notes.undo.value?.busy;
  done.resolve();
  await Promise.all([first, second]);

  expect([run.mock.calls.length, meanwhile, notes.undo.value?.busy]).toEqual([1, true, false]);
});

test('no clock runs for a plain note, nor once the page is left', () => {
  const notes = createNotes({ clock });
  notes.say({ tone: 'good', text: 'Saved' });
  const plain = vi.getTimerCount();
  notes.say({
    tone: 'good',
    text: 'Paused',
    undo: { until: 1_010_000, run: async () => undefined },
  });
  const counting = vi.getTimerCount();

  notes.stop();

  expect([plain, counting, vi.getTimerCount()]).toEqual([0, 1, 0]);
});
