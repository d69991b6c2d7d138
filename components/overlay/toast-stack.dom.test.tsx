import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { enrollmentId } from '@/test/support/builders';
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
      <ToastStack toasts={toasts} onUndo={onUndo} onDismiss={onDismiss} />
      <Announcer toasts={toasts} />
    </>,
  );
  return { onUndo, onDismiss };
}

test('offers Undo with its seconds for as long as it works', () => {
  const { onUndo } = show([{ id: 1, content: enrolled, secondsLeft: 7 }]);

  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.click(undo);

  expect(undo.textContent).toBe('Undo7');
  expect(onUndo).toHaveBeenCalledExactlyOnceWith(id, expect.anything());
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
