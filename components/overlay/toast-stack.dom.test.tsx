import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { enrollmentId, NOW, zone } from '@/test/support/builders';
import { Announcer, ToastStack } from './toast-stack';
import type { ToastContent, ToastState } from './toast-state';

afterEach(cleanup);

const id = enrollmentId('enrollment-1');
const enrolled: ToastContent = {
  kind: 'enrolled',
  name: '<b>Ada</b>',
  sequence: 'Introduction',
  enrollmentId: id,
  isUndoing: false,
};

function show(toasts: readonly ToastState[]) {
  const onUndo = vi.fn();
  const onDismiss = vi.fn();
  render(
    <>
      <ToastStack toasts={toasts} now={NOW} onUndo={onUndo} onDismiss={onDismiss} />
      <Announcer toasts={toasts} now={NOW} />
    </>,
  );
  return { onUndo, onDismiss };
}

test('offers Undo with its seconds for as long as it works', () => {
  const { onUndo } = show([{ id: 1, content: enrolled, secondsLeft: 7 }]);

  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.click(undo);

  expect(undo.textContent).toBe('Undo7');
  expect(onUndo).toHaveBeenCalledExactlyOnceWith(enrolled, expect.anything());
});

test('offers no Undo any more once it is too late', () => {
  show([{ id: 1, content: enrolled }]);

  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('reads out the newest, with foreign names as text', () => {
  show([
    { id: 1, content: { kind: 'undone' } },
    { id: 2, content: enrolled },
  ]);

  expect(screen.getByRole('status').textContent).toBe(
    '\u2068<b>Ada</b>\u2069 is now in “\u2068Introduction\u2069”.',
  );
  expect(document.querySelector('b')).toBeNull();
});

test('each can be dismissed', () => {
  const { onDismiss } = show([{ id: 4, content: { kind: 'failed', code: 'internal' } }]);

  fireEvent.click(screen.getByRole('button', { name: 'Close' }));

  expect(onDismiss).toHaveBeenCalledExactlyOnceWith(4);
});

test('says what goes out after resuming, on the clock of whoever reads it', () => {
  const resumed: ToastContent = {
    kind: 'resumed',
    subject: '<i>Still there?</i>',
    nextAt: NOW + 24 * 3_600_000,
    zone: zone('America/New_York'),
    enrollmentId: id,
    isUndoing: false,
  };
  const { onUndo } = show([{ id: 1, content: resumed, secondsLeft: 9 }]);

  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(screen.getByRole('status').textContent).toBe(
    'Goes on. “\u2068<i>Still there?</i>\u2069” leaves tomorrow 3:00 AM (America/New_York).',
  );
  expect(onUndo).toHaveBeenCalledExactlyOnceWith(resumed, expect.anything());
});

test.each([
  'undone',
  'tooLate',
  'restoreTooLate',
  'taken',
  'sending',
  'notEnrolled',
  'notPaused',
  'untrusted',
] as const)('%s is said in words of its own', (kind) => {
  show([{ id: 1, content: { kind } }]);

  expect(screen.getByRole('status').textContent).toMatch(/^[A-Z].{8,}\.$/);
});
